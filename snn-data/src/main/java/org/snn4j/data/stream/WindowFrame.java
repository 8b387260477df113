package org.snn4j.data.stream;

import org.snn4j.data.FrameShape;

/**
 * The event counts of a window.
 *
 * @param window where it lies in the recording
 * @param shape [1, 2, H, W], H and W those of the sensor
 * @param counts events per polarity (0 = OFF, 1 = ON), row and column in row-major order; not used again by anybody else
 */
public record WindowFrame(Window window, FrameShape shape, float[] counts) {
    /** Events of a polarity at a pixel. */
    public float count(int polarity, int row, int column) {
        return counts[(polarity * shape.height() + row) * shape.width() + column];
    }
}
