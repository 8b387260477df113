package org.snn4j.data.format;

import org.snn4j.core.Check;

/**
 * Size of an event sensor in pixels.
 *
 * @param width columns, in [1, 32768]
 * @param height rows, in [1, 32768]
 */
public record Sensor(int width, int height) {
    private static final int LARGEST = 1 << 15;

    public Sensor {
        Check.inRange(width, 1, LARGEST, "sensor width");
        Check.inRange(height, 1, LARGEST, "sensor height");
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
