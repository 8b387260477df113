package org.example.spiking;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.Stream;
import org.snn4j.core.Sums;
import org.snn4j.core.network.SignalKey;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.ObjectiveInput;
import org.snn4j.transfer.objective.ObjectiveValue;

/**
 * Punishes a network for being sure: the negative entropy of its mean output, L = mean over n of sum over k of
 * p_nk log p_nk, p = softmax(mean over t of o_t). Logits [T, N, K]; the value is in [-log K, 0].
 *
 * <p>Gradient: dL/do_tnk = p_nk (log p_nk - sum over j of p_nj log p_nj) / (N T).
 */
@Reference(
        title = "Pereyra et al.: Regularizing Neural Networks by Penalizing Confident Output Distributions",
        link = "arXiv:1701.06548",
        equation = "negative entropy of the output distribution, here of the output's mean over time")
public final class ConfidencePenalty implements Objective {
    /**
     * Parameters.
     *
     * @param weight factor in the sum, &gt;= 0
     * @param stream whose logits
     */
    public record Config(double weight, Stream stream) {
        public static final Config DEFAULTS = new Config(0.1, Stream.TARGET);

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notNull(stream, "stream");
        }
    }

    private final double weight;
    private final SignalKey key;

    @Inject
    public ConfidencePenalty(Config config) {
        weight = config.weight();
        key = SignalKey.logits(config.stream());
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public Set<SignalKey> reads() {
        return Set.of(key);
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray logits = input.signals().get(key);
        long steps = logits.size(0);
        long samples = logits.size(1);
        INDArray mean = logits.mean(0);
        INDArray logP = mean.subColumnVector(mean.max(true, 1));
        logP.subiColumnVector(Transforms.log(Transforms.exp(logP).sum(true, 1)));
        INDArray p = Transforms.exp(logP);
        INDArray perSample = p.mul(logP).sum(true, 1);
        INDArray gradient = logP.subColumnVector(perSample).muli(p).divi(samples * steps);
        INDArray everyStep = gradient.reshape(1, samples, logits.size(2)).broadcast(logits.shape());
        return ObjectiveValue.of(Sums.of(perSample) / samples, Map.of(key, everyStep));
    }
}
