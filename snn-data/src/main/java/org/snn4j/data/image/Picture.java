package org.snn4j.data.image;

import java.util.Arrays;
import org.snn4j.core.Check;

/**
 * An 8-bit still image, [H, W, C] row by row.
 *
 * @param height rows
 * @param width columns
 * @param channels 1 (grey) or 3 (red, green, blue)
 * @param pixels height*width*channels unsigned bytes; not copied, never written to
 */
public record Picture(int height, int width, int channels, byte[] pixels) {
    public Picture {
        Check.atLeast(height, 1, "height");
        Check.atLeast(width, 1, "width");
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("channels is " + channels + ", must be 1 (grey) or 3 (RGB)");
        }
        int expected = Math.multiplyExact(channels, Math.multiplyExact(height, width));
        if (pixels.length != expected) {
            throw new IllegalArgumentException("pixels has " + pixels.length + " bytes, must have " + expected);
        }
    }

    /** Value in [0, 255]. */
    public int value(int row, int column, int channel) {
        return pixels[(row * width + column) * channels + channel] & 0xFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture p
                && height == p.height
                && width == p.width
                && channels == p.channels
                && Arrays.equals(pixels, p.pixels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "Picture[" + height + "x" + width + "x" + channels + "]";
    }
}
