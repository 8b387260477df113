package org.snn4j.data.resize;

import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Resizes 8-bit pictures channel by channel: bilinear with antialiasing in Pillow's arithmetic.
 *
 * <p>Weights are rounded to 22 binary places; columns first, then rows, each pass rounded to 8 bits; an axis that keeps its length is
 * left alone.
 */
@Reference(
        title = "Pillow",
        link = "https://github.com/python-pillow/Pillow",
        equation = "Image.resize(size, BILINEAR)")
public final class PictureResizer {
    /** 32 bits less 8 for the pixel and 2 for sign and overshoot, as in Pillow. */
    private static final int PRECISION = 22;

    private final Size from;
    private final Size to;
    private final int channels;
    private final AxisWeights columns;
    private final AxisWeights rows;
    private final int[][] columnWeights;
    private final int[][] rowWeights;

    /** @param channels interleaved channels of a pixel: 1 for grey, 3 for RGB */
    public PictureResizer(Size from, Size to, int channels) {
        this.from = from;
        this.to = to;
        this.channels = Check.atLeast(channels, 1, "channels");
        columns = Interpolation.BILINEAR_ANTIALIASED.weights(from.width(), to.width());
        rows = Interpolation.BILINEAR_ANTIALIASED.weights(from.height(), to.height());
        columnWeights = fixedPoint(columns);
        rowWeights = fixedPoint(rows);
    }

    /** Size of the pictures it makes. */
    public Size to() {
        return to;
    }

    /** @param pixels [H, W, C] unsigned bytes   @return [H', W', C], a new array */
    public byte[] resize(byte[] pixels) {
        int expected = from.pixels() * channels;
        if (pixels.length != expected) {
            throw new IllegalArgumentException(
                    "pixels has " + pixels.length + " bytes, must have " + expected + " for " + from + "x" + channels);
        }
        byte[] narrowed = from.width() == to.width() ? pixels.clone() : resizeColumns(pixels);
        return from.height() == to.height() ? narrowed : resizeRows(narrowed);
    }

    private byte[] resizeColumns(byte[] source) {
        byte[] target = new byte[from.height() * to.width() * channels];
        for (int y = 0; y < from.height(); y++) {
            for (int x = 0; x < to.width(); x++) {
                int start = (y * from.width() + columns.first()[x]) * channels;
                weigh(source, start, channels, columnWeights[x], target, (y * to.width() + x) * channels);
            }
        }
        return target;
    }

    private byte[] resizeRows(byte[] source) {
        byte[] target = new byte[to.pixels() * channels];
        int stride = to.width() * channels;
        for (int y = 0; y < to.height(); y++) {
            for (int x = 0; x < to.width(); x++) {
                weigh(
                        source,
                        rows.first()[y] * stride + x * channels,
                        stride,
                        rowWeights[y],
                        target,
                        y * stride + x * channels);
            }
        }
        return target;
    }

    private void weigh(byte[] source, int start, int stride, int[] weights, byte[] target, int position) {
        for (int c = 0; c < channels; c++) {
            int sum = 1 << (PRECISION - 1);
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * (source[start + j * stride + c] & 0xff);
            }
            target[position + c] = (byte) Math.max(0, Math.min(255, sum >> PRECISION));
        }
    }

    private static int[][] fixedPoint(AxisWeights axis) {
        int[][] result = new int[axis.length()][];
        for (int i = 0; i < result.length; i++) {
            double[] weights = axis.weights()[i];
            result[i] = new int[weights.length];
            for (int j = 0; j < weights.length; j++) {
                result[i][j] = (int) (0.5 + weights[j] * (1 << PRECISION));
            }
        }
        return result;
    }
}
