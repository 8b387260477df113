package org.snn4j.data.simulate;

import java.util.random.RandomGenerator;
import org.snn4j.core.Check;

/** A picture that passes over the sensor with constant velocity and is at its centre half-way. */
public final class Translation implements Motion {
    /**
     * @param x velocity to the right, pixels of the sensor per second
     * @param y velocity downward, pixels of the sensor per second
     * @param duration microseconds of the recording, at least 1
     */
    public record Config(double x, double y, int duration) {
        public static final Config DEFAULTS = new Config(50, 0, 300_000);

        public Config {
            Check.finite(x, "x");
            Check.finite(y, "y");
            Check.atLeast(duration, 1, "duration");
        }
    }

    private static final double SECOND = 1e6;

    private final Config config;

    public Translation(Config config) {
        this.config = config;
    }

    @Override
    public Path path(RandomGenerator random) {
        Config motion = config;
        return new Path() {
            @Override
            public long duration() {
                return motion.duration();
            }

            @Override
            public Pose at(double microseconds) {
                double seconds = (microseconds - motion.duration() / 2.0) / SECOND;
                return new Pose(motion.x() * seconds, motion.y() * seconds);
            }
        };
    }
}
