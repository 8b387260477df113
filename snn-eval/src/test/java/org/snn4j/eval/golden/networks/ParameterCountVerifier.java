package org.snn4j.eval.golden.networks;

import java.util.List;
import org.snn4j.core.network.ParameterCount;
import org.snn4j.core.network.ParameterCounts;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/**
 * Parameters of the full-size networks by the authors' count, and the authors' count that our list of networks names.
 *
 * <p>He et al. also count what is no parameter of our networks: in their transfer networks one step coefficient per time step (ours belong to the objective), and
 * for each layer of neurons the threshold and the width of the surrogate, which are frozen. So trainable = ours + step coefficients, and all = trainable
 * + 2 per layer of neurons. R2ETL counts as we do.
 */
public final class ParameterCountVerifier implements GoldenVerifier {
    @Override
    public String kind() {
        return "networks";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().equals("parameter_counts");
    }

    @Override
    public void verify(GoldenCase golden) {
        List<ParameterCount> networks = ParameterCounts.recorded();
        for (int i = 0; i < networks.size(); i++) {
            String listed = golden.parameter("networks").get(i).asText();
            if (!networks.get(i).network().equals(listed)) {
                throw new AssertionError(golden + ": network " + i + " is '" + listed + "', expected '"
                        + networks.get(i).network() + "'");
            }
        }
        verify(golden, networks.stream().map(ParameterCount::byTheirRule).toList());
        verify(
                golden,
                networks.stream()
                        .map(network -> network.authors().orElseThrow())
                        .toList());
    }

    private static void verify(GoldenCase golden, List<ParameterCount.Authors> counts) {
        GoldenAssert.exact(
                golden,
                "out_trainable",
                counts.stream().mapToLong(ParameterCount.Authors::trainable).toArray());
        GoldenAssert.exact(
                golden,
                "out_total",
                counts.stream().mapToLong(ParameterCount.Authors::all).toArray());
    }
}
