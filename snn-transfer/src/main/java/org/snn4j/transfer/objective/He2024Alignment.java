package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.network.SignalShapes;

/**
 * He et al.'s domain alignment: L = (1/T) sum over t of a_t (1 - |CKA(F_source[t], F_target[t])|), by {@link LinearCka} in the Gram form.
 *
 * <p>a_t = sigmoid(eta_t) with eta learned and started at 1, or a constant, or 1 ({@link StepWeighting}). The complement 1 - a_t goes to the
 * classification of events: see {@link Tet}. Signal [T, N, ...]: potentials after the reset in the convolutional networks, the pooled real
 * values ({@code feature.values}) in the residual one.
 */
@Reference(
        title =
                "An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "main_transfer.py, train_epoch; CKA.py, linear_CKA")
public final class He2024Alignment extends PairObjective {
    /**
     * @param weight factor in the sum, &gt;= 0; the authors' default is 0.5
     * @param signal what is compared
     * @param stepWeights where the weights a_t come from
     * @param coefficient a_t of fixed weights, in [0, 1]
     */
    public record Config(double weight, String signal, StepWeighting stepWeights, double coefficient) {
        public static final Config DEFAULTS = new Config(0.5, "feature.after-reset", StepWeighting.LEARNED, 0.5);

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notBlank(signal, "signal");
            Check.notNull(stepWeights, "step-weights");
            Check.inRange(coefficient, 0, 1, "coefficient");
        }
    }

    private final Config config;

    @Inject
    public He2024Alignment(Config config) {
        super(config.weight(), config.signal());
        this.config = config;
    }

    @Override
    public List<ParameterSpec> parameters(SignalShapes shapes) {
        return config.stepWeights().parameters(shapes.steps());
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray source = pair.source(input.signals());
        int steps = (int) source.size(0);
        StepWeighting.Factors shares = config.stepWeights().alignment(steps, config.coefficient(), parameters);
        double[] factors = new double[steps];
        for (int t = 0; t < steps; t++) {
            factors[t] = -shares.values()[t] / steps;
        }
        LinearCka.Steps cka = LinearCka.overSteps(source, pair.target(input.signals()), CkaForm.GRAM, factors);
        double value = 0;
        double[] shareGradient = new double[steps];
        for (int t = 0; t < steps; t++) {
            double distance = (1 - cka.values()[t]) / steps;
            value += shares.values()[t] * distance;
            shareGradient[t] = shares.slopes()[t] * distance;
        }
        return new ObjectiveValue(
                value,
                pair.gradients(input.signals(), cka.dx(), cka.dy()),
                parameterGradients(shareGradient, parameters));
    }

    private Map<String, INDArray> parameterGradients(double[] shareGradient, Parameters parameters) {
        return config.stepWeights() == StepWeighting.LEARNED
                ? Map.of(StepWeighting.PARAMETER, Flat.like(parameters.get(StepWeighting.PARAMETER), shareGradient))
                : Map.of();
    }
}
