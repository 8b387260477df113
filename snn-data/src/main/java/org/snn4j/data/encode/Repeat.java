package org.snn4j.data.encode;

import jakarta.inject.Inject;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.image.Picture;
import org.snn4j.data.resize.Size;

/**
 * The image itself, normalised by channel: (value/255 - mean)/std; a grey image is copied to every channel.
 *
 * <p>Published means and deviations: CIFAR-10 (0.4914, 0.4822, 0.4465) and (0.2023, 0.1994, 0.2010); Caltech101 (0.5429, 0.5263, 0.4994) and
 * (0.2422, 0.2392, 0.2406); MNIST is not normalised.
 */
@Reference(
        title = "Zhan et al., R2ETL (IEEE TIP 2024)",
        link = "https://doi.org/10.1109/TIP.2024.3430043",
        equation = "code kanpeiming/RISTL, TL/dataloader, time_encoder")
public final class Repeat implements ImageEncoder {
    /**
     * @param fit how the image is brought to the size of the frames
     * @param channels channels of the frame, 1 to 3; colour images need 3
     * @param mean subtracted, one per channel; empty for 0
     * @param std divided by, one per channel, &gt; 0; empty for 1
     */
    public record Config(Fit fit, int channels, List<Double> mean, List<Double> std) {
        public static final Config DEFAULTS = new Config(Fit.RESIZE, 3, List.of(), List.of());

        public Config {
            Check.notNull(fit, "fit");
            Check.inRange(channels, 1, 3, "channels");
            mean = perChannel(mean, channels, "mean");
            std = perChannel(std, channels, "std");
            std.forEach(value -> Check.greaterThan(value, 0, "std"));
        }

        private static List<Double> perChannel(List<Double> values, int channels, String name) {
            if (!values.isEmpty() && values.size() != channels) {
                throw new IllegalArgumentException(
                        name + " has " + values.size() + " values, must have " + channels + " or none");
            }
            values.forEach(value -> Check.finite(value, name));
            return List.copyOf(values);
        }
    }

    private final Config config;

    @Inject
    public Repeat(Config config) {
        this.config = config;
    }

    @Override
    public int channels() {
        return config.channels();
    }

    @Override
    public float[] frame(Picture picture, int height, int width) {
        if (picture.channels() > 1 && picture.channels() != config.channels()) {
            throw new IllegalArgumentException(
                    "channels is " + config.channels() + ", must be " + picture.channels() + " for colour images");
        }
        Picture fitted = config.fit().apply(picture, new Size(height, width));
        int plane = height * width;
        float[] frame = new float[Math.multiplyExact(plane, config.channels())];
        for (int c = 0; c < config.channels(); c++) {
            float mean = config.mean().isEmpty() ? 0 : config.mean().get(c).floatValue();
            float std = config.std().isEmpty() ? 1 : config.std().get(c).floatValue();
            float[] fractions = Planes.fractions(Planes.channel(fitted, c));
            for (int i = 0; i < plane; i++) {
                frame[c * plane + i] = (fractions[i] - mean) / std;
            }
        }
        return frame;
    }
}
