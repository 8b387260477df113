package org.snn4j.core.optimize;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Multiplies the rate by a factor every few epochs: base * factor^floor(epoch/size).
 *
 * <p>In the first epochs the rate may rise instead, linearly from {@code warmUpRate}; the steps count from epoch 0 all the same.
 */
@Reference(
        title = "PyTorch 1.13",
        link = "https://pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.StepLR.html",
        equation = "torch.optim.lr_scheduler.StepLR; with warm-up timm/scheduler/step_lr.py")
public final class StepRate implements LearningRateSchedule {
    /**
     * Parameters.
     *
     * @param size epochs between two steps
     * @param factor what the rate is multiplied by, &gt; 0
     * @param warmUpEpochs epochs of linear rise; 0 for none
     * @param warmUpRate rate of the first epoch of the rise
     */
    public record Config(int size, double factor, int warmUpEpochs, double warmUpRate) {
        public static final Config DEFAULTS = new Config(30, 0.1, 0, 0);

        public Config {
            Check.atLeast(size, 1, "size");
            Check.greaterThan(factor, 0, "factor");
            WarmUp.check(warmUpEpochs, warmUpRate);
        }
    }

    private final Config config;
    private final WarmUp warmUp;

    @Inject
    public StepRate(Config config) {
        this.config = config;
        warmUp = new WarmUp(config.warmUpEpochs(), config.warmUpRate());
    }

    @Override
    public double rate(double base, int epoch, int epochs) {
        return warmUp.covers(epoch)
                ? warmUp.rate(base, epoch)
                : base * Math.pow(config.factor(), epoch / config.size());
    }
}
