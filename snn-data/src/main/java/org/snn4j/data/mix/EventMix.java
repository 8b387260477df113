package org.snn4j.data.mix;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;

/**
 * Pastes the partner into the densest part of a random mixture of Gaussians over time and space ({@link GaussianMask}), in all channels alike; the
 * label follows what each sample still shows ({@link LabelShares}).
 *
 * <p>The pasted share is lambda, drawn from Beta(beta, beta), as in the authors' code, which calls it the share that remains; both have the same
 * distribution. Their salt-and-pepper noise is left out.
 */
@Reference(
        title =
                "Shen et al., EventMix: An Efficient Data Augmentation Strategy for Event-Based Learning (Information Sciences 2023)",
        link = "https://arxiv.org/abs/2205.12054",
        equation = "Brain-Cog-Lab/Transfer-for-DVS, braincog/datasets/cut_mix.py, EventMix")
public final class EventMix implements SampleMixing {
    private static final int FEWEST_DRAWN = 2;
    private static final int MOST_DRAWN = 4;

    /**
     * @param beta both parameters of the Beta distribution, &gt; 0
     * @param probability that a sample is mixed, in [0, 1]
     * @param components Gaussians; 0 draws 2 to 4
     * @param label what the label follows
     */
    public record Config(double beta, double probability, int components, Label label) {
        public static final Config DEFAULTS = new Config(1, 0.5, 3, Label.EVENTS);

        public Config {
            Check.greaterThan(beta, 0, "beta");
            Check.inRange(probability, 0, 1, "probability");
            Check.atLeast(components, 0, "components");
            Check.notNull(label, "label");
        }
    }

    /** What the label of a mixture follows. */
    public enum Label {
        /** The events that each sample still shows; needs values that are not negative. */
        EVENTS,
        /** The distance of each sample from the mixture. */
        DISTANCE
    }

    private final Config config;

    @Inject
    public EventMix(Config config) {
        this.config = config;
    }

    @Override
    public LabelRule rule() {
        return config.label() == Label.EVENTS ? LabelRule.EVENTS : LabelRule.DISTANCE;
    }

    @Override
    public double mixi(float[] sample, float[] partner, FrameShape shape, RandomGenerator random) {
        if (random.nextDouble() >= config.probability()) {
            return 1;
        }
        double share = BetaDraw.draw(config.beta(), random);
        int components = config.components() == 0 ? random.nextInt(FEWEST_DRAWN, MOST_DRAWN + 1) : config.components();
        boolean[] mask = GaussianMask.draw(shape, components, 1 - share, random);
        if (config.label() == Label.EVENTS) {
            double own = LabelShares.byEvents(sample, partner, mask, shape);
            pastei(sample, partner, mask, shape);
            return own;
        }
        float[] before = sample.clone();
        pastei(sample, partner, mask, shape);
        return LabelShares.byDistance(before, partner, sample, shape);
    }

    private static void pastei(float[] sample, float[] partner, boolean[] mask, FrameShape shape) {
        int plane = shape.height() * shape.width();
        for (int i = 0; i < shape.length(); i++) {
            if (mask[i / plane / shape.channels() * plane + i % plane]) {
                sample[i] = partner[i];
            }
        }
    }
}
