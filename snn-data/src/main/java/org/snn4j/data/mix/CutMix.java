package org.snn4j.data.mix;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;

/**
 * Pastes a rectangle of the partner, at all steps: its sides are sqrt(1 - lambda) of the frame's, lambda drawn from Beta(beta, beta), its middle
 * anywhere; what lies outside the frame is cut off, and the label follows the area that is left.
 */
@Reference(
        title =
                "Yun et al., CutMix: Regularization Strategy to Train Strong Classifiers with Localizable Features (ICCV 2019)",
        link = "https://arxiv.org/abs/1905.04899",
        equation = "for event frames: Brain-Cog-Lab/Transfer-for-DVS, braincog/datasets/cut_mix.py, CutMix")
public final class CutMix implements SampleMixing {
    /**
     * @param beta both parameters of the Beta distribution, &gt; 0
     * @param probability that a sample is mixed, in [0, 1]
     */
    public record Config(double beta, double probability) {
        public static final Config DEFAULTS = new Config(1, 0.5);

        public Config {
            Check.greaterThan(beta, 0, "beta");
            Check.inRange(probability, 0, 1, "probability");
        }
    }

    private final Config config;

    @Inject
    public CutMix(Config config) {
        this.config = config;
    }

    @Override
    public LabelRule rule() {
        return LabelRule.AREA;
    }

    @Override
    public double mixi(float[] sample, float[] partner, FrameShape shape, RandomGenerator random) {
        if (random.nextDouble() >= config.probability()) {
            return 1;
        }
        double side = Math.sqrt(1 - BetaDraw.draw(config.beta(), random));
        int halfRows = (int) (shape.height() * side) / 2;
        int halfColumns = (int) (shape.width() * side) / 2;
        int y = random.nextInt(shape.height());
        int x = random.nextInt(shape.width());
        int top = Math.max(0, y - halfRows);
        int bottom = Math.min(shape.height(), y + halfRows);
        int left = Math.max(0, x - halfColumns);
        int right = Math.min(shape.width(), x + halfColumns);
        int plane = shape.height() * shape.width();
        for (int start = 0; start < shape.length(); start += plane) {
            for (int row = top; row < bottom; row++) {
                int from = start + row * shape.width() + left;
                System.arraycopy(partner, from, sample, from, right - left);
            }
        }
        return 1 - (double) (bottom - top) * (right - left) / plane;
    }
}
