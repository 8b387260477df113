package org.snn4j.transfer.mixing;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.transfer.Progress;

/**
 * Replaces whole image sequences by their event sequences, more and more of them as training proceeds.
 *
 * <p>P = min(1, (a / end)<sup>power</sup>), a = {@link Progress#fraction()}. A sample is replaced if u &lt;= P, with one uniform draw u per
 * sample, in the order of the samples.
 */
@Reference(
        title =
                "An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "main_transfer.py, train_epoch")
public final class SlidingReplacement implements Mixing {
    /**
     * @param power exponent of the progress, &gt; 0; the authors' default is 3
     * @param end share of training after which everything is replaced, in (0, 1]; 1 as published, 0.5 in the code of the first preprint
     */
    public record Config(double power, double end) {
        public static final Config DEFAULTS = new Config(3, 1);

        public Config {
            Check.greaterThan(power, 0, "power");
            Check.greaterThan(end, 0, "end");
            Check.inRange(end, 0, 1, "end");
        }
    }

    private final Config config;

    @Inject
    public SlidingReplacement(Config config) {
        this.config = config;
    }

    /** P, the probability that a sample is replaced. */
    public double probability(Progress progress) {
        return Math.min(1, Math.pow(progress.fraction() / config.end(), config.power()));
    }

    @Override
    public int[] replaceFrom(int samples, int steps, Progress progress, RandomGenerator random) {
        return wholeSequences(samples, steps, probability(progress), random);
    }

    /** Step 0 for samples whose draw is at most the probability, T for the others. */
    static int[] wholeSequences(int samples, int steps, double probability, RandomGenerator random) {
        int[] first = new int[samples];
        for (int n = 0; n < samples; n++) {
            first[n] = random.nextDouble() <= probability ? 0 : steps;
        }
        return first;
    }
}
