package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.SignalShapes;

/**
 * Temporal efficient training: every step's output is trained, and kept near a target value.
 *
 * <p>L = (1 - lambda) (1/T) sum_t w_t CE(o_t, y) + lambda (1/T) sum_t u_t mean((o_t - phi)^2); logits [T, N, K], means over the batch (and
 * the classes for the square).
 *
 * <p>Published forms: w = u = 1 with phi = 1 (TET, R2ETL) or phi = 0.5 (He et al., static stream); on He et al.'s event stream
 * w_t = u_t = 1 - sigmoid(eta_t), {@code entropy-weights: learned, error-weights: learned}. Their ablation with a fixed coefficient c takes
 * w_t = 1 - c but leaves u_t = 1 - sigmoid(eta_t): {@code entropy-weights: fixed, error-weights: learned}; what it names would be fixed for
 * both.
 */
@Reference(
        title = "Temporal Efficient Training of Spiking Neural Network via Gradient Re-weighting",
        link = "https://github.com/Gus-Lab/temporal_efficient_training",
        equation = "functions.py, TET_loss; per-step weights: Brain-Cog-Lab/Transfer-for-DVS, main_transfer.py")
public final class Tet implements Objective {
    /**
     * @param weight factor in the sum, &gt;= 0
     * @param stream whose logits
     * @param lambda share of the squared error, in [0, 1]
     * @param target phi, the value that all logits are kept near
     * @param entropyWeights weights w_t of the cross-entropy
     * @param errorWeights weights u_t of the squared error
     * @param coefficient c of fixed weights, in [0, 1]
     * @param smoothing share of the label that all classes get evenly, in [0, 1]; left out for none
     */
    public record Config(
            double weight,
            Stream stream,
            double lambda,
            double target,
            StepWeighting entropyWeights,
            StepWeighting errorWeights,
            double coefficient,
            Optional<Double> smoothing) {
        public static final Config DEFAULTS =
                new Config(1, Stream.TARGET, 1e-3, 1, StepWeighting.NONE, StepWeighting.NONE, 0.5, Optional.empty());

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notNull(stream, "stream");
            Check.inRange(lambda, 0, 1, "lambda");
            Check.finite(target, "target");
            Check.notNull(entropyWeights, "entropy-weights");
            Check.notNull(errorWeights, "error-weights");
            Check.inRange(coefficient, 0, 1, "coefficient");
            SoftmaxCrossEntropy.checkSmoothing(smoothing);
        }
    }

    private final Config config;
    private final SignalKey key;

    @Inject
    public Tet(Config config) {
        this.config = config;
        this.key = SignalKey.logits(config.stream());
    }

    @Override
    public double weight() {
        return config.weight();
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
    public List<ParameterSpec> parameters(SignalShapes shapes) {
        return learned() ? StepWeighting.LEARNED.parameters(shapes.steps()) : List.of();
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray signal = input.signals().get(key);
        int steps = (int) signal.size(0);
        int perStep = (int) (signal.length() / steps);
        StepWeighting.Factors entropy = config.entropyWeights().classification(steps, config.coefficient(), parameters);
        StepWeighting.Factors error = config.errorWeights().classification(steps, config.coefficient(), parameters);
        SoftmaxCrossEntropy crossEntropy =
                new SoftmaxCrossEntropy(input.softLabels(), (int) signal.size(2), config.smoothing());
        double entropyShare = (1 - config.lambda()) / steps;
        double errorShare = config.lambda() / steps;

        double[] logits = Flat.of(signal);
        double[] gradient = new double[logits.length];
        double[] weightGradient = new double[steps];
        double value = 0;
        for (int t = 0; t < steps; t++) {
            double ce =
                    entropyShare * crossEntropy.add(logits, t * perStep, entropyShare * entropy.values()[t], gradient);
            double mse = errorShare
                    * addSquaredError(logits, t * perStep, perStep, errorShare * error.values()[t], gradient);
            value += entropy.values()[t] * ce + error.values()[t] * mse;
            weightGradient[t] = entropy.slopes()[t] * ce + error.slopes()[t] * mse;
        }
        return new ObjectiveValue(
                value, Map.of(key, Flat.like(signal, gradient)), parameterGradients(weightGradient, parameters));
    }

    /** Adds factor * d mean((o - phi)^2) to the gradient; returns the mean without the factor. */
    private double addSquaredError(double[] logits, int from, int length, double factor, double[] gradient) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            double distance = logits[i] - config.target();
            sum += distance * distance;
            gradient[i] += factor * 2 * distance / length;
        }
        return sum / length;
    }

    private Map<String, INDArray> parameterGradients(double[] weightGradient, Parameters parameters) {
        return learned()
                ? Map.of(StepWeighting.PARAMETER, Flat.like(parameters.get(StepWeighting.PARAMETER), weightGradient))
                : Map.of();
    }

    private boolean learned() {
        return config.entropyWeights() == StepWeighting.LEARNED || config.errorWeights() == StepWeighting.LEARNED;
    }
}
