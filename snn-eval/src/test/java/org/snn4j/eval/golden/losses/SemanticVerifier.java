package org.snn4j.eval.golden.losses;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.Signals;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;
import org.snn4j.transfer.objective.ObjectiveValue;
import org.snn4j.transfer.objective.Semantic;

/** The semantic loss of He et al.'s first version, with the recorded draw of partners. */
public final class SemanticVerifier implements GoldenVerifier {
    private static final String SIGNAL = "feature.after-reset";

    @Override
    public String kind() {
        return "losses";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("bcold_semantic_");
    }

    @Override
    public void verify(GoldenCase golden) {
        int[] partners = golden.array("in_partner").ints();
        Signals signals = new Signals(Map.of(
                new SignalKey(Stream.SOURCE, SIGNAL),
                golden.nd("in_feat_rgb"),
                new SignalKey(Stream.TARGET, SIGNAL),
                golden.nd("in_feat_dvs")));
        GoldenAssert.close(
                golden, "out_unclipped", semantic(0).evaluate(signals, partners).value());

        ObjectiveValue value = semantic(golden.array("out_margin").scalar()).evaluate(signals, partners);
        GoldenAssert.close(golden, "out_semantic_loss", value.value());
        GoldenAssert.close(golden, "grad_feat_rgb", gradient(value, signals, Stream.SOURCE));
        GoldenAssert.close(golden, "grad_feat_dvs", gradient(value, signals, Stream.TARGET));
    }

    private static Semantic semantic(double margin) {
        return new Semantic(new Semantic.Config(1, SIGNAL, margin, 0, 1));
    }

    private static INDArray gradient(ObjectiveValue value, Signals signals, Stream stream) {
        SignalKey key = new SignalKey(stream, SIGNAL);
        return value.gradients().getOrDefault(key, Nd4j.zerosLike(signals.get(key)));
    }
}
