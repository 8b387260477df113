package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/**
 * Temporal mean squared error: L = (1/T) sum over t of mean((V_source[t] - V_target[t])^2), on membrane potentials before the reset.
 *
 * <p>The mean runs over batch and features; both streams have the same shape [T, N, ...].
 */
@Reference(
        title = "R2ETL (IEEE TIP 2024), alternative of its ablation",
        link = "doi:10.1109/TIP.2024.3430043",
        equation = "TL/utils/loss_function.py, temporal_MSE, of kanpeiming/RISTL")
public final class Tmse extends PairObjective {
    /**
     * @param weight factor in the sum, &gt;= 0; the authors' default is 0.1
     * @param signal what is compared
     */
    public record Config(double weight, String signal) {
        public static final Config DEFAULTS = new Config(0.1, "feature.before-reset");

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notBlank(signal, "signal");
        }
    }

    @Inject
    public Tmse(Config config) {
        super(config.weight(), config.signal());
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        INDArray difference = pair.difference(input.signals());
        double value = Flat.squaredNorm(difference) / difference.length();
        return ObjectiveValue.of(value, pair.gradients(input.signals(), difference.mul(2.0 / difference.length())));
    }
}
