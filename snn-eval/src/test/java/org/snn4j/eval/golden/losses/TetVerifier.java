package org.snn4j.eval.golden.losses;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Parameters;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;
import org.snn4j.transfer.objective.ObjectiveValue;
import org.snn4j.transfer.objective.StepWeighting;
import org.snn4j.transfer.objective.Tet;

/** The TET loss of its authors and of R2ETL. */
public final class TetVerifier implements GoldenVerifier {
    @Override
    public String kind() {
        return "losses";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("tet_");
    }

    @Override
    public void verify(GoldenCase golden) {
        double lambda = golden.parameter("lamb").asDouble();
        double phi = golden.parameter("phi").asDouble();
        Tet tet = new Tet(new Tet.Config(
                1, Stream.TARGET, lambda, phi, StepWeighting.NONE, StepWeighting.NONE, 0, Optional.empty()));
        SignalKey logits = SignalKey.logits(Stream.TARGET);
        Map<SignalKey, INDArray> signals = Map.of(logits, Inputs.swapped(golden.nd("in_logits")));
        ObjectiveValue value =
                tet.evaluate(Inputs.of(signals, golden.array("in_label").ints()), Parameters.none());
        GoldenAssert.close(golden, "out_loss", value.value());
        GoldenAssert.close(
                golden, "grad_logits", Inputs.swapped(value.gradients().get(logits)));
    }
}
