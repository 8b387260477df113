package org.snn4j.core.optimize;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Half a cosine from the base rate to a minimum: minimum + (base - minimum)/2 * (1 + cos(pi epoch/epochs)).
 *
 * <p>In the first epochs the rate may rise instead, linearly from {@code warmUpRate}. As in timm the cosine does not start afresh after
 * that: it runs on the epoch's own number, so the rate drops a little below base when it takes over. Without warm-up and with minimum 0 it
 * is PyTorch's CosineAnnealingLR as TET uses it.
 */
@Reference(
        title = "timm",
        link = "https://github.com/huggingface/pytorch-image-models",
        equation = "timm/scheduler/cosine_lr.py")
public final class CosineRate implements LearningRateSchedule {
    /**
     * Parameters.
     *
     * @param minimumRate rate that the last epochs come near to
     * @param warmUpEpochs epochs of linear rise; 0 for none
     * @param warmUpRate rate of the first epoch of the rise
     */
    public record Config(double minimumRate, int warmUpEpochs, double warmUpRate) {
        public static final Config DEFAULTS = new Config(0, 0, 0);

        public Config {
            Check.atLeast(minimumRate, 0, "minimum-rate");
            WarmUp.check(warmUpEpochs, warmUpRate);
        }
    }

    private final double minimum;
    private final WarmUp warmUp;

    @Inject
    public CosineRate(Config config) {
        minimum = config.minimumRate();
        warmUp = new WarmUp(config.warmUpEpochs(), config.warmUpRate());
    }

    @Override
    public double rate(double base, int epoch, int epochs) {
        if (warmUp.covers(epoch)) {
            return warmUp.rate(base, epoch);
        }
        return minimum + (base - minimum) / 2 * (1 + Math.cos(Math.PI * epoch / epochs));
    }
}
