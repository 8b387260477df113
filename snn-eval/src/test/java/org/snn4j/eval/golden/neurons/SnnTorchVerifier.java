package org.snn4j.eval.golden.neurons;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.neuron.DecayLif;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Population;
import org.snn4j.core.neuron.SoftReset;
import org.snn4j.core.surrogate.Sigmoid;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/**
 * snnTorch's Leaky with its reset in the same step: a decaying neuron with an attached soft reset at threshold 1, the library's default.
 *
 * <p>The potential that it returns, {@code out_mem_pre} in the index, is then the one after the reset.
 */
public final class SnnTorchVerifier implements GoldenVerifier {
    private static final Pattern SIGMOID = Pattern.compile("sigmoid\\(slope=([\\d.]+)\\)");

    @Override
    public String kind() {
        return "neurons";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.text("neuron").equals("snnTorch Leaky")
                && !golden.parameters().path("reset_delay").asBoolean(true)
                && golden.text("reset_mechanism").equals("subtract")
                && SIGMOID.matcher(golden.text("spike_grad")).matches();
    }

    @Override
    public void verify(GoldenCase golden) {
        Matcher sigmoid = SIGMOID.matcher(golden.text("spike_grad"));
        if (!sigmoid.matches()) {
            throw new IllegalStateException(golden + ": no surrogate for " + golden.parameters());
        }
        NeuronModel model = new NeuronModel(
                new DecayLif(
                        new DecayLif.Config((float) golden.parameter("beta").asDouble(), 0)),
                new Firing(1, false),
                new SoftReset(new SoftReset.Config(false)),
                new Sigmoid(new Sigmoid.Config(Double.parseDouble(sigmoid.group(1)))));
        Population population = new Population(model);
        Population.Trace trace = population.forward(golden.nd("in_x"));
        INDArray spikeWeights = golden.nd("in_weight_spike");
        INDArray potentialWeights = golden.nd("in_weight_mem");
        GoldenAssert.exact(golden, "out_spike", trace.spikes());
        GoldenAssert.close(golden, "out_mem_pre", trace.afterReset());
        GoldenAssert.close(
                golden,
                "out_loss",
                trace.spikes().mul(spikeWeights).sumNumber().doubleValue()
                        + trace.afterReset().mul(potentialWeights).sumNumber().doubleValue());
        Population.Upstream upstream = new Population.Upstream(spikeWeights, null, potentialWeights);
        GoldenAssert.close(
                golden, "grad_x", population.backward(trace, upstream).input());
    }
}
