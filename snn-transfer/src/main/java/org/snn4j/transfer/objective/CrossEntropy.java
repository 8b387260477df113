package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;

/**
 * Cross-entropy of the mean output: CE((1/T) sum over t of o_t, y), mean over the batch. Logits [T, N, K].
 *
 * <p>Compare {@link StepCrossEntropy}, which takes the mean of the losses instead of the loss of the mean.
 */
@Reference(
        title =
                "An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "main_transfer.py, train_epoch, without the TET flag")
public final class CrossEntropy implements Objective {
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

    private final double weight;
    private final Optional<Double> smoothing;
    private final SignalKey key;

    @Inject
    public CrossEntropy(Config config) {
        this.weight = config.weight();
        this.smoothing = config.smoothing();
        this.key = SignalKey.logits(config.stream());
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public boolean takesSoftLabels() {
        return true;
    }

    @Override
    public Set<SignalKey> reads() {
        return Set.of(key);
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray logits = input.signals().get(key);
        INDArray mean = logits.mean(0);
        double[] gradient = new double[Math.toIntExact(mean.length())];
        double value = new SoftmaxCrossEntropy(input.softLabels(), (int) logits.size(2), smoothing)
                .add(Flat.of(mean), 0, 1.0 / logits.size(0), gradient);
        return ObjectiveValue.of(value, Map.of(key, Flat.overTime(Flat.like(mean, gradient), logits.size(0))));
    }
}
