package org.snn4j.data;

import org.snn4j.core.Check;

/**
 * Shape of one sample as the network sees it.
 *
 * @param steps T, time steps
 * @param channels C; 2 polarities (0 = OFF, 1 = ON) for event frames
 * @param height rows
 * @param width columns
 */
public record FrameShape(int steps, int channels, int height, int width) {
    public FrameShape {
        Check.atLeast(steps, 1, "steps");
        Check.atLeast(channels, 1, "channels");
        Check.atLeast(height, 1, "height");
        Check.atLeast(width, 1, "width");
    }

    /** Values in one sample, T*C*H*W. */
    public int length() {
        return Math.multiplyExact(steps, frameLength());
    }

    /** Values in one frame, C*H*W. */
    public int frameLength() {
        return Math.multiplyExact(channels, Math.multiplyExact(height, width));
    }
}
