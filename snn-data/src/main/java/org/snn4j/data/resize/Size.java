package org.snn4j.data.resize;

import org.snn4j.core.Check;

/**
 * Size of a picture or frame in pixels.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Size(int height, int width) {
    public Size {
        Check.atLeast(height, 1, "height");
        Check.atLeast(width, 1, "width");
    }

    /** As many rows as columns. */
    public static Size square(int side) {
        return new Size(side, side);
    }

    /** Pixels, H*W. */
    public int pixels() {
        return Math.multiplyExact(height, width);
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
