package org.snn4j.data.format;

import java.util.Optional;
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

    /** A sensor of this size, if there can be one. */
    public static Optional<Sensor> fits(long width, long height) {
        boolean possible = width >= 1 && width <= LARGEST && height >= 1 && height <= LARGEST;
        return possible ? Optional.of(new Sensor((int) width, (int) height)) : Optional.empty();
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
