package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;

/** Mean over the steps of the cross-entropy of each output: {@link Tet} with lambda 0 and without per-step weights. */
@Reference(
        title = "Temporal Efficient Training of Spiking Neural Network via Gradient Re-weighting",
        link = "https://github.com/Gus-Lab/temporal_efficient_training",
        equation = "functions.py, TET_loss with lamb = 0")
public final class StepCrossEntropy implements Objective {
    /**
     * @param weight factor in the sum, &gt;= 0
     * @param stream whose logits
     * @param smoothing share of the label that all classes get evenly, in [0, 1]; left out for none
     */
    public record Config(double weight, Stream stream, Optional<Double> smoothing) {
        public static final Config DEFAULTS = new Config(1, Stream.TARGET, Optional.empty());

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notNull(stream, "stream");
            SoftmaxCrossEntropy.checkSmoothing(smoothing);
        }
    }

    private final Tet tet;

    @Inject
    public StepCrossEntropy(Config config) {
        this.tet = new Tet(new Tet.Config(
                config.weight(), config.stream(), 0, 0, StepWeighting.NONE, StepWeighting.NONE, 0, config.smoothing()));
    }

    @Override
    public double weight() {
        return tet.weight();
    }

    @Override
    public boolean takesSoftLabels() {
        return true;
    }

    @Override
    public Set<SignalKey> reads() {
        return tet.reads();
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        return tet.evaluate(input, parameters);
    }
}
