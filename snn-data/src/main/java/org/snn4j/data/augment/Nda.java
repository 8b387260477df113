package org.snn4j.data.augment;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;

/**
 * One of three, each as likely: roll by whole pixels, circularly, each axis uniformly in [-roll, roll]; rotate by an angle uniform in [-rotation,
 * rotation]; shear along the rows by an angle uniform in [-shear, shear]. Rotation and shear take the nearest pixel and fill with zeros.
 *
 * <p>Defaults are those for CIFAR10-DVS (5, 30, 30); N-Caltech101 has 3, 15, 15. The authors' code mirrors nothing; {@code flip} adds it before.
 */
@Reference(
        title = "Li et al., Neuromorphic Data Augmentation for Training Spiking Neural Networks (ECCV 2022)",
        link = "https://github.com/Intelligent-Computing-Lab-Yale/NDA_SNN",
        equation = "functions/data_loaders.py, DVSCifar10 and NCaltech101")
public final class Nda implements FrameAugmentation {
    private static final int CHOICES = 3;
    /** tan grows beyond all bounds towards 90 degrees. */
    private static final double MOST_SHEAR = 89;

    /**
     * @param roll largest roll in pixels, &gt;= 0
     * @param rotation largest angle of rotation in degrees, in [0, 180]
     * @param shear largest angle of shear in degrees, in [0, 89]
     * @param flip probability of mirroring left and right before, in [0, 1]
     */
    public record Config(int roll, double rotation, double shear, double flip) {
        public static final Config DEFAULTS = new Config(5, 30, 30, 0);

        public Config {
            Check.atLeast(roll, 0, "roll");
            Check.inRange(rotation, 0, 180, "rotation");
            Check.inRange(shear, 0, MOST_SHEAR, "shear");
            Check.inRange(flip, 0, 1, "flip");
        }
    }

    private final Config config;

    @Inject
    public Nda(Config config) {
        this.config = config;
    }

    @Override
    public void augmenti(float[] frames, int offset, FrameShape shape, RandomGenerator random) {
        if (config.flip() > 0 && random.nextDouble() < config.flip()) {
            Geometry.flipi(frames, offset, shape);
        }
        switch (random.nextInt(CHOICES)) {
            case 0 -> {
                int rows = random.nextInt(-config.roll(), config.roll() + 1);
                int columns = random.nextInt(-config.roll(), config.roll() + 1);
                Geometry.movei(frames, offset, shape, rows, columns, true);
            }
            case 1 -> Geometry.rotatei(frames, offset, shape, within(config.rotation(), random));
            default -> Geometry.sheari(frames, offset, shape, within(config.shear(), random));
        }
    }

    private static double within(double largest, RandomGenerator random) {
        return (2 * random.nextDouble() - 1) * largest;
    }
}
