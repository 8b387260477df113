package org.snn4j.data.simulate;

import java.util.List;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Moves that add up, one after the other or overlapping; by default the triangle of three saccades with which N-MNIST and N-Caltech101 were recorded.
 *
 * <p>The source moves the sensor; here the picture moves the opposite way. The moves of the default, in pixels of the sensor, are those that published code of
 * the data's author subtracts to hold the picture still: (3.5, 7), (3.5, -7) and (-7, 0) in 105 ms each, at constant speed. That code corrects the recordings; it is
 * not the one that drove the sensor. How the speed goes within a saccade is chosen here.
 */
@Reference(
        title = "Converting Static Image Datasets to Spiking Neuromorphic Datasets Using Saccades",
        link = "10.3389/fnins.2015.00437",
        equation =
                "three saccades; distances and times of stabilize() in neuro_dataset.py of github.com/gorchard/event-Python",
        reconstruction = true)
public final class Saccades implements Motion {
    /**
     * One move.
     *
     * @param start microseconds from the beginning of the recording
     * @param duration microseconds, at least 1
     * @param x pixels of the sensor to the right
     * @param y pixels of the sensor downward
     */
    public record Leg(int start, int duration, double x, double y) {
        public Leg {
            Check.atLeast(start, 0, "start");
            Check.atLeast(duration, 1, "duration");
            Check.finite(x, "x");
            Check.finite(y, "y");
        }

        int end() {
            return Math.addExact(start, duration);
        }
    }

    /**
     * @param legs the moves, which add up where they overlap
     * @param duration microseconds of the recording, at least until the end of the last move and the largest delay
     * @param ease how each move goes in time
     * @param x place of the picture before the first move, pixels of the sensor to the right of its centre
     * @param y the same downward
     * @param wander largest deviation of that place from recording to recording, along each axis
     * @param delay largest delay of all moves, microseconds; drawn for each recording; the rest after the last move is at least as long
     */
    public record Config(List<Leg> legs, int duration, Ease ease, double x, double y, double wander, int delay) {
        public static final Config DEFAULTS = new Config(
                List.of(
                        new Leg(0, 105_000, 3.5, 7),
                        new Leg(105_000, 105_000, 3.5, -7),
                        new Leg(210_000, 105_000, -7, 0)),
                315_000,
                Ease.MINIMUM_JERK,
                -3.5,
                -3.5,
                0.5,
                0);

        public Config {
            legs = List.copyOf(legs);
            int end = legs.stream().mapToInt(Leg::end).max().orElse(0);
            Check.atLeast(delay, 0, "delay");
            Check.atLeast(duration, Math.max(Math.addExact(end, delay), 1), "duration");
            Check.notNull(ease, "ease");
            Check.finite(x, "x");
            Check.finite(y, "y");
            Check.atLeast(wander, 0, "wander");
        }
    }

    private final Config config;

    public Saccades(Config config) {
        this.config = config;
    }

    @Override
    public Path path(RandomGenerator random) {
        double x = config.x() + config.wander() * (2 * random.nextDouble() - 1);
        double y = config.y() + config.wander() * (2 * random.nextDouble() - 1);
        return new Course(config, x, y, config.delay() * random.nextDouble());
    }

    private record Course(Config config, double x, double y, double delay) implements Path {
        @Override
        public long duration() {
            return config.duration();
        }

        @Override
        public Pose at(double microseconds) {
            double left = x;
            double top = y;
            for (Leg leg : config.legs()) {
                double time = (microseconds - delay - leg.start()) / leg.duration();
                double way = config.ease().way(Math.max(0, Math.min(1, time)));
                left += way * leg.x();
                top += way * leg.y();
            }
            return new Pose(left, top);
        }
    }
}
