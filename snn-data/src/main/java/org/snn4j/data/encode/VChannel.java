package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.image.Picture;
import org.snn4j.data.resize.Interpolation;
import org.snn4j.data.resize.PlaneResizer;
import org.snn4j.data.resize.Size;

/**
 * The value of hue, saturation, value in both polarity channels: max(R, G, B)/255, in [0, 1]; a grey image gives its grey.
 *
 * <p>He et al. resize the 8-bit picture and then take the value (Caltech101), or take the value and then resize it as a float plane without
 * antialiasing (CEP-DVS). The two differ at coloured edges and when shrinking.
 */
@Reference(
        title =
                "He et al., An Efficient Knowledge Transfer Strategy for Spiking Neural Networks from Static to Event Domain (AAAI 2024)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/datasets/datasets.py, ConvertHSV and Copydim")
public final class VChannel implements ImageEncoder {
    /**
     * @param fit how the image is brought to the size of the frames
     * @param order whether it is resized before or after the value is taken; without effect on padding
     */
    public record Config(Fit fit, Order order) {
        public static final Config DEFAULTS = new Config(Fit.RESIZE, Order.RESIZE_FIRST);

        public Config {
            Check.notNull(fit, "fit");
            Check.notNull(order, "order");
        }
    }

    /** Order of the two steps. */
    public enum Order {
        /** Resize the 8-bit picture, then take the value. */
        RESIZE_FIRST,
        /** Take the value, then resize it in floating point, borders aligned, without antialiasing. */
        VALUE_FIRST
    }

    private final Config config;

    @Inject
    public VChannel(Config config) {
        this.config = config;
    }

    @Override
    public int channels() {
        return Planes.POLARITIES;
    }

    @Override
    public float[] frame(Picture picture, int height, int width) {
        Size to = new Size(height, width);
        float[] value = config.order() == Order.VALUE_FIRST && config.fit() == Fit.RESIZE
                ? resized(picture, to)
                : Planes.fractions(Planes.value(config.fit().apply(picture, to)));
        return Planes.copies(value, Planes.POLARITIES);
    }

    private static float[] resized(Picture picture, Size to) {
        float[] value = Planes.fractions(Planes.value(picture));
        Size from = new Size(picture.height(), picture.width());
        float[] target = new float[to.pixels()];
        new PlaneResizer(Interpolation.BILINEAR, from, to).resize(value, 0, target, 0, 1);
        return target;
    }
}
