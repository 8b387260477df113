package org.snn4j.data.augment;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;

/**
 * Crops a sample padded with zeros to its old size at a random place, mirrors it with some probability, and rotates it by an angle uniform in
 * [-rotation, rotation]; nearest pixel, zero fill.
 *
 * <p>What He et al. do with their flag for augmentation of events; without it they only crop ({@link Crop}).
 */
@Reference(
        title =
                "He et al., An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/datasets/datasets.py, augmentation of CEP-DVS and N-Caltech101")
public final class He2024Augmentation implements FrameAugmentation {
    /**
     * @param padding pixels added on every side, &gt;= 0
     * @param flip probability of mirroring left and right, in [0, 1]
     * @param rotation largest angle in degrees, in [0, 180]
     */
    public record Config(int padding, double flip, double rotation) {
        public static final Config DEFAULTS = new Config(4, 0.5, 15);

        public Config {
            Check.atLeast(padding, 0, "padding");
            Check.inRange(flip, 0, 1, "flip");
            Check.inRange(rotation, 0, 180, "rotation");
        }
    }

    private final Config config;

    @Inject
    public He2024Augmentation(Config config) {
        this.config = config;
    }

    @Override
    public void augmenti(float[] frames, int offset, FrameShape shape, RandomGenerator random) {
        int top = random.nextInt(2 * config.padding() + 1);
        int left = random.nextInt(2 * config.padding() + 1);
        Geometry.movei(frames, offset, shape, config.padding() - top, config.padding() - left, false);
        if (random.nextDouble() < config.flip()) {
            Geometry.flipi(frames, offset, shape);
        }
        Geometry.rotatei(frames, offset, shape, (2 * random.nextDouble() - 1) * config.rotation());
    }
}
