package org.snn4j.data.simulate;

import java.util.random.RandomGenerator;

/** How a picture moves over a sensor; immutable. */
@FunctionalInterface
public interface Motion {
    /** One course of the motion; {@code random} draws whatever differs between recordings. */
    Path path(RandomGenerator random);

    /** A course in time; immutable. */
    interface Path {
        /** Length in microseconds, at least 1. */
        long duration();

        /** Where the picture is, at a time in [0, duration]. */
        Pose at(double microseconds);
    }

    /**
     * Place of a picture relative to lying centred on the sensor.
     *
     * @param x pixels of the sensor to the right
     * @param y pixels of the sensor downward
     * @param mirrored true if left and right are exchanged
     */
    record Pose(double x, double y, boolean mirrored) {
        public Pose(double x, double y) {
            this(x, y, false);
        }
    }
}
