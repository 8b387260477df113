package org.snn4j.transfer.method;

import org.snn4j.core.Check;
import org.snn4j.data.FrameShape;

/**
 * Frames of one stream of a batch, on the heap. Whoever receives one reads it only.
 *
 * @param shape shape of each sample
 * @param samples N
 * @param values [T, N, C, H, W] in row-major order
 */
public record Frames(FrameShape shape, int samples, float[] values) {
    public Frames {
        Check.notNull(shape, "shape");
        Check.atLeast(samples, 1, "samples");
        if (values.length != Math.multiplyExact(shape.length(), samples)) {
            throw new IllegalArgumentException(
                    "frames have " + values.length + " values, must have " + samples + " x " + shape.length());
        }
    }

    /** Index in {@link #values} of the first value that sample n shows at step t. */
    public int offset(int t, int n) {
        return (t * samples + n) * shape.frameLength();
    }
}
