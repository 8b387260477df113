package org.snn4j.data.augment;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;

/** Rolls a sample by whole pixels, each axis uniformly in [-pixels, pixels] and circularly, after mirroring it with some probability. */
@Reference(
        title = "Zhan et al., R2ETL (IEEE TIP 2024)",
        link = "https://doi.org/10.1109/TIP.2024.3430043",
        equation = "code kanpeiming/RISTL, event data sets: flip with probability 0.5, roll within 5 pixels")
public final class Shift implements FrameAugmentation {
    /**
     * @param pixels largest move in pixels, &gt;= 0
     * @param flip probability of mirroring left and right, in [0, 1]
     */
    public record Config(int pixels, double flip) {
        public static final Config DEFAULTS = new Config(5, 0);

        public Config {
            Check.atLeast(pixels, 0, "pixels");
            Check.inRange(flip, 0, 1, "flip");
        }
    }

    private final Config config;

    @Inject
    public Shift(Config config) {
        this.config = config;
    }

    @Override
    public void augmenti(float[] frames, int offset, FrameShape shape, RandomGenerator random) {
        boolean flip = random.nextDouble() < config.flip();
        int rows = random.nextInt(-config.pixels(), config.pixels() + 1);
        int columns = random.nextInt(-config.pixels(), config.pixels() + 1);
        if (flip) {
            Geometry.flipi(frames, offset, shape);
        }
        Geometry.movei(frames, offset, shape, rows, columns, true);
    }
}
