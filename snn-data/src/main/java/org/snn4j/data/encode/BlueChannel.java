package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.image.Picture;
import org.snn4j.data.resize.Size;

/** The blue channel in both polarity channels, in [0, 1]: what He et al.'s code feeds when the value channel is switched off. */
@Reference(
        title =
                "He et al., An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "main_transfer.py, last channel of the picture")
public final class BlueChannel implements ImageEncoder {
    private static final int BLUE = 2;

    /** @param fit how the image is brought to the size of the frames */
    public record Config(Fit fit) {
        public static final Config DEFAULTS = new Config(Fit.RESIZE);

        public Config {
            Check.notNull(fit, "fit");
        }
    }

    private final Fit fit;

    @Inject
    public BlueChannel(Config config) {
        fit = config.fit();
    }

    @Override
    public int channels() {
        return Planes.POLARITIES;
    }

    @Override
    public float[] frame(Picture picture, int height, int width) {
        Picture fitted = fit.apply(picture, new Size(height, width));
        return Planes.copies(Planes.fractions(Planes.channel(fitted, BLUE)), Planes.POLARITIES);
    }
}
