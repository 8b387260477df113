package org.snn4j.transfer.mixing;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.transfer.Progress;

/**
 * The ablation of {@link SlidingReplacement}: images only, then events only.
 *
 * <p>P = 0 while epoch &lt;= after * epochs, 1 later. With the epoch counted from 0 and {@code after} = 0.5, as published, images are
 * shown for one epoch more than half. One uniform draw per sample, as in the sliding form, so both use up the same random numbers. The
 * authors' code also leaves out the alignment term in this mode; here that is up to the experiment file.
 */
@Reference(
        title =
                "An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "main_transfer.py, train_epoch, flag no_sliding_training")
public final class AbruptReplacement implements Mixing {
    /** @param after share of the epochs that show images, in [0, 1] */
    public record Config(double after) {
        public static final Config DEFAULTS = new Config(0.5);

        public Config {
            Check.inRange(after, 0, 1, "after");
        }
    }

    private final double after;

    @Inject
    public AbruptReplacement(Config config) {
        this.after = config.after();
    }

    /** P, the probability that a sample is replaced: 0 or 1. */
    public double probability(Progress progress) {
        return progress.epoch() <= after * progress.epochs() ? 0 : 1;
    }

    @Override
    public int[] replaceFrom(int samples, int steps, Progress progress, RandomGenerator random) {
        return SlidingReplacement.wholeSequences(samples, steps, probability(progress), random);
    }
}
