package org.snn4j.core.kernel;

import org.snn4j.core.Check;

/**
 * A square convolution window.
 *
 * @param size side length in pixels
 * @param stride step in pixels
 * @param padding zeros added on each side
 */
public record Window(int size, int stride, int padding) {
    public Window {
        Check.atLeast(size, 1, "window size");
        Check.atLeast(stride, 1, "stride");
        Check.atLeast(padding, 0, "padding");
    }

    /** Output length for an input length: floor((n + 2*padding - size) / stride) + 1. */
    public int output(int length) {
        int output = Math.floorDiv(length + 2 * padding - size, stride) + 1;
        if (output < 1) {
            throw new IllegalArgumentException(
                    "a window of " + size + " does not fit an input of " + length + " with padding " + padding);
        }
        return output;
    }
}
