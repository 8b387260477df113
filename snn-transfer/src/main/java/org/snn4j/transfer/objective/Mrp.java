package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/**
 * Mixup-ratio perception: from the time-mean of the source stream's feature a linear head estimates the share of event frames.
 *
 * <p>L = mean over n of (sigmoid(f w + b) - r)^2, f = (1/T) sum over t of f_t, r = share of event frames of the sample, in [0, 1]. The head is
 * trained with the network, and its gradient also reaches the feature. Signal [T, N, ...], flattened behind N.
 *
 * <p>Published is only that a label per sequence holds the ratio. The feature, the head, the loss and its weight are choices made here.
 */
@Reference(
        title = "Time-step Mixup for Efficient Spiking Knowledge Transfer from Appearance to Event Domain",
        link = "arXiv:2509.12959",
        equation = "mixup-ratio perception; form not published",
        reconstruction = true)
public final class Mrp extends SourceGuidance {
    /**
     * @param weight factor in the sum, &gt;= 0
     * @param signal what the head reads
     * @param head name of the head; two terms with the same name share it
     */
    public record Config(double weight, String signal, String head) {
        public static final Config DEFAULTS = new Config(0.1, "feature.spikes", "mrp");

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notBlank(signal, "signal");
            Check.notBlank(head, "head");
        }
    }

    @Inject
    public Mrp(Config config) {
        super(config.weight(), config.signal(), config.head());
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray signal = input.signals().get(key);
        long steps = signal.size(0);
        INDArray rows = Flat.features(signal).mean(0);
        double[] outputs = head.forward(rows, parameters);
        double[] gradient = new double[outputs.length];
        double sum = 0;
        for (int n = 0; n < outputs.length; n++) {
            double estimate = Sigmoid.of(outputs[n]);
            double error = estimate - input.mixture().ratio(n);
            sum += error * error;
            gradient[n] = 2 * error * estimate * (1 - estimate) / outputs.length;
        }
        INDArray onMean = head.backward(rows, gradient, parameters);
        INDArray onSignal = Flat.overTime(onMean.divi(steps), steps).reshape('c', signal.shape());
        return new ObjectiveValue(
                sum / outputs.length, Map.of(key, onSignal), head.parameterGradients(rows, gradient, parameters));
    }
}
