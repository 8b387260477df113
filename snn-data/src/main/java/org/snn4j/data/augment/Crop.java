package org.snn4j.data.augment;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;

/** Pads a sample with zeros and cuts its old size out at a random place: a move within the padding; mirrors it first with some probability. */
@Reference(
        title =
                "He et al., An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "random crop of the frame size with padding 4")
public final class Crop implements FrameAugmentation {
    /**
     * @param padding pixels added on every side, &gt;= 0
     * @param flip probability of mirroring left and right, in [0, 1]
     */
    public record Config(int padding, double flip) {
        public static final Config DEFAULTS = new Config(4, 0);

        public Config {
            Check.atLeast(padding, 0, "padding");
            Check.inRange(flip, 0, 1, "flip");
        }
    }

    private final Config config;

    @Inject
    public Crop(Config config) {
        this.config = config;
    }

    @Override
    public void augmenti(float[] frames, int offset, FrameShape shape, RandomGenerator random) {
        boolean flip = random.nextDouble() < config.flip();
        int top = random.nextInt(2 * config.padding() + 1);
        int left = random.nextInt(2 * config.padding() + 1);
        if (flip) {
            Geometry.flipi(frames, offset, shape);
        }
        Geometry.movei(frames, offset, shape, config.padding() - top, config.padding() - left, false);
    }
}
