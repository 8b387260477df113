package org.snn4j.data.simulate;

import java.util.random.RandomGenerator;
import org.snn4j.core.Check;

/**
 * A picture that drifts at random around the centre of the sensor: a step of normal length per interval, constant speed within it. A step that would leave
 * the range is reflected at its border.
 */
public final class RandomWalk implements Motion {
    /**
     * @param deviation standard deviation of a step along each axis, pixels of the sensor
     * @param interval microseconds of a step, at least 1
     * @param range largest distance from the centre along each axis, pixels of the sensor
     * @param duration microseconds of the recording, at least 1
     */
    public record Config(double deviation, int interval, double range, int duration) {
        public static final Config DEFAULTS = new Config(0.5, 10_000, 4, 300_000);

        public Config {
            Check.atLeast(deviation, 0, "deviation");
            Check.atLeast(interval, 1, "interval");
            Check.greaterThan(range, 0, "range");
            Check.atLeast(duration, 1, "duration");
        }
    }

    private final Config config;

    public RandomWalk(Config config) {
        this.config = config;
    }

    @Override
    public Path path(RandomGenerator random) {
        int steps = (config.duration() - 1) / config.interval() + 1;
        double[] x = new double[steps + 1];
        double[] y = new double[steps + 1];
        for (int i = 1; i <= steps; i++) {
            x[i] = reflected(x[i - 1] + config.deviation() * random.nextGaussian());
            y[i] = reflected(y[i - 1] + config.deviation() * random.nextGaussian());
        }
        return new Walk(x, y, config.interval(), config.duration());
    }

    /** The place that a ball at {@code place} would have between walls at both ends of the range. */
    private double reflected(double place) {
        double period = 4 * config.range();
        double phase = Math.abs(Math.IEEEremainder(place - config.range(), period));
        return config.range() - phase;
    }

    private record Walk(double[] x, double[] y, int interval, long duration) implements Path {
        @Override
        public Pose at(double microseconds) {
            int step = Math.min((int) (microseconds / interval), x.length - 2);
            double part = microseconds / interval - step;
            return new Pose(x[step] + part * (x[step + 1] - x[step]), y[step] + part * (y[step + 1] - y[step]));
        }
    }
}
