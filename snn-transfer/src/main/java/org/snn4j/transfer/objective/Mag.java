package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.transfer.Mixture;

/**
 * Modality-aware guidance: from the source stream's feature at each step a linear head tells whether that step shows an event frame.
 *
 * <p>L = (1/T) sum over t of mean over n of BCE(sigmoid(f_t w + b), m_t), m_t = 1 from the first replaced step on, else 0. One head for all
 * steps, trained with the network, whose gradient also reaches the feature. Signal [T, N, ...], flattened behind N.
 *
 * <p>Published is only that a label per frame guides the source stream. The feature, the head, the loss and its weight are choices made here.
 */
@Reference(
        title = "Time-step Mixup for Efficient Spiking Knowledge Transfer from Appearance to Event Domain",
        link = "arXiv:2509.12959",
        equation = "modality-aware guidance; form not published",
        reconstruction = true)
public final class Mag extends SourceGuidance {
    /**
     * @param weight factor in the sum, &gt;= 0
     * @param signal what the head reads
     * @param head name of the head; two terms with the same name share it
     */
    public record Config(double weight, String signal, String head) {
        public static final Config DEFAULTS = new Config(0.1, "feature.spikes", "mag");

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notBlank(signal, "signal");
            Check.notBlank(head, "head");
        }
    }

    @Inject
    public Mag(Config config) {
        super(config.weight(), config.signal(), config.head());
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray signal = input.signals().get(key);
        int samples = (int) signal.size(1);
        INDArray rows = Flat.features(signal).reshape('c', signal.size(0) * samples, -1);
        double[] outputs = head.forward(rows, parameters);
        double[] gradient = new double[outputs.length];
        double sum = 0;
        for (int r = 0; r < outputs.length; r++) {
            double label = label(input.mixture(), r / samples, r % samples);
            sum += Sigmoid.crossEntropy(outputs[r], label);
            gradient[r] = (Sigmoid.of(outputs[r]) - label) / outputs.length;
        }
        INDArray onSignal = head.backward(rows, gradient, parameters).reshape('c', signal.shape());
        return new ObjectiveValue(
                sum / outputs.length, Map.of(key, onSignal), head.parameterGradients(rows, gradient, parameters));
    }

    private static double label(Mixture mixture, int step, int sample) {
        return mixture.isEvent(step, sample) ? 1 : 0;
    }
}
