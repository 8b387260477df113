package org.snn4j.transfer.mixing;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.transfer.Progress;

/**
 * Time-step mixup: from a random step on, the image sequence continues as the event sequence.
 *
 * <p>For each sample the steps are walked with one uniform draw u each; the first step with u &lt; p and all later ones show event frames.
 * Without such a step the sample stays as it is. p is solved by bisection so that the expected share of event frames is the ratio:
 * sum over t = 1..T of (T + 1 - t) p (1 - p)<sup>t-1</sup> = ratio * T.
 *
 * <p>The rule is known from the paper's abstract and second-hand summaries; these print the equation in part, the rest follows from the rule
 * of the draws. The published value of the ratio, and whether it changes during training, could not be read in any source: here it is constant.
 *
 * <p>Draws: sample by sample, and in a sample step by step up to the trigger. Ratio 0 draws nothing and equals no mixing.
 */
@Reference(
        title = "Time-step Mixup for Efficient Spiking Knowledge Transfer from Appearance to Event Domain",
        link = "arXiv:2509.12959",
        equation = "expected mixup ratio, known in part and completed; solved numerically",
        reconstruction = true)
public final class TimeStepMixup implements Mixing {
    private static final int HALVINGS = 60;

    /** @param ratio expected share of event frames, in [0, 1] */
    public record Config(double ratio) {
        public static final Config DEFAULTS = new Config(0.5);

        public Config {
            Check.inRange(ratio, 0, 1, "ratio");
        }
    }

    private final double ratio;

    @Inject
    public TimeStepMixup(Config config) {
        this.ratio = config.ratio();
    }

    @Override
    public int[] replaceFrom(int samples, int steps, Progress progress, RandomGenerator random) {
        int[] first = NoMixing.untouched(samples, steps);
        if (ratio == 0) {
            return first;
        }
        double p = triggerProbability(ratio, steps);
        for (int n = 0; n < samples; n++) {
            first[n] = firstTrigger(p, steps, random);
        }
        return first;
    }

    private static int firstTrigger(double p, int steps, RandomGenerator random) {
        for (int t = 0; t < steps; t++) {
            if (random.nextDouble() < p) {
                return t;
            }
        }
        return steps;
    }

    /** p for an expected share of event frames among T steps. */
    public static double triggerProbability(double ratio, int steps) {
        Check.inRange(ratio, 0, 1, "ratio");
        Check.atLeast(steps, 1, "steps");
        double low = 0;
        double high = 1;
        if (ratio == low || ratio == high) {
            return ratio;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (expectedRatio(middle, steps) < ratio) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Expected share of event frames for a trigger probability p per step; grows with p. */
    public static double expectedRatio(double p, int steps) {
        double expected = 0;
        double untouched = 1;
        for (int t = 0; t < steps; t++) {
            expected += (steps - t) * p * untouched;
            untouched *= 1 - p;
        }
        return expected / steps;
    }
}
