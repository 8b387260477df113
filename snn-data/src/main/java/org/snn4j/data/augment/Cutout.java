package org.snn4j.data.augment;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;

/**
 * Sets a square of every plane to 0. Its middle is drawn uniformly, its half side is length/2 rounded down, and what lies outside the frame is cut off.
 *
 * <p>The authors' code has it without using it, so its length is a choice of ours.
 */
@Reference(
        title = "Li et al., Neuromorphic Data Augmentation for Training Spiking Neural Networks (ECCV 2022)",
        link = "https://github.com/Intelligent-Computing-Lab-Yale/NDA_SNN",
        equation = "functions/data_loaders.py, Cutout",
        reconstruction = true)
public final class Cutout implements FrameAugmentation {
    /** @param length side of the square in pixels, at least 2 */
    public record Config(int length) {
        public static final Config DEFAULTS = new Config(8);

        public Config {
            Check.atLeast(length, 2, "length");
        }
    }

    private final int half;

    @Inject
    public Cutout(Config config) {
        half = config.length() / 2;
    }

    @Override
    public void augmenti(float[] frames, int offset, FrameShape shape, RandomGenerator random) {
        int y = random.nextInt(shape.height());
        int x = random.nextInt(shape.width());
        Geometry.cleari(
                frames,
                offset,
                shape,
                Math.max(0, y - half),
                Math.min(shape.height(), y + half),
                Math.max(0, x - half),
                Math.min(shape.width(), x + half));
    }
}
