package org.snn4j.transfer.objective;

import jakarta.inject.Inject;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/**
 * Mean squared error of time means: L = mean((s_source - s_target)^2), s the mean over the steps; the outer mean runs over batch and features.
 *
 * <p>Both streams have the same shape [T, N, ...].
 */
@Reference(
        title = "R2ETL (IEEE TIP 2024), alternative of its ablation",
        link = "doi:10.1109/TIP.2024.3430043",
        equation = "TL/utils/loss_function.py, MSE, of kanpeiming/RISTL")
public final class Mse extends PairObjective {
    /** When the mean over time is taken. */
    public enum TimeMean {
        /** In every batch: what is meant. */
        ALWAYS,
        /**
         * Only in batches of more than two samples: what the authors' code does, which tests the batch size where it means the number of axes.
         * Smaller batches are compared step by step, which equals {@link Tmse}.
         */
        ABOVE_TWO_SAMPLES
    }

    /**
     * @param weight factor in the sum, &gt;= 0; the authors' default is 0.1
     * @param signal what is compared
     * @param timeMean when the mean over time is taken
     */
    public record Config(double weight, String signal, TimeMean timeMean) {
        public static final Config DEFAULTS = new Config(0.1, "feature.spikes", TimeMean.ALWAYS);

        public Config {
            Check.atLeast(weight, 0, "weight");
            Check.notBlank(signal, "signal");
            Check.notNull(timeMean, "time-mean");
        }
    }

    private static final int QUIRK_SAMPLES = 2;

    private final Config config;
    private final Tmse perStep;

    @Inject
    public Mse(Config config) {
        super(config.weight(), config.signal());
        this.config = config;
        this.perStep = new Tmse(new Tmse.Config(config.weight(), config.signal()));
    }

    @Override
    public ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters) {
        if (config.timeMean() == TimeMean.ABOVE_TWO_SAMPLES && input.labels().length <= QUIRK_SAMPLES) {
            return perStep.evaluate(input, parameters);
        }
        INDArray difference = pair.difference(input.signals());
        INDArray mean = difference.mean(0);
        INDArray gradient = Flat.overTime(mean.mul(2.0 / difference.length()), difference.size(0));
        return ObjectiveValue.of(Flat.squaredNorm(mean) / mean.length(), pair.gradients(input.signals(), gradient));
    }
}
