package org.snn4j.data.simulate;

import java.util.random.RandomGenerator;
import org.snn4j.core.Check;

/** Another motion, during which the picture is mirrored left to right, and back, at regular times. */
public final class Flips implements Motion {
    /** @param interval microseconds between two flips, at least 1 */
    public record Config(int interval) {
        public static final Config DEFAULTS = new Config(100_000);

        public Config {
            Check.atLeast(interval, 1, "interval");
        }
    }

    private final Config config;
    private final Motion motion;

    public Flips(Config config, Motion motion) {
        this.config = config;
        this.motion = Check.notNull(motion, "motion");
    }

    @Override
    public Path path(RandomGenerator random) {
        Path path = motion.path(random);
        int interval = config.interval();
        return new Path() {
            @Override
            public long duration() {
                return path.duration();
            }

            @Override
            public Pose at(double microseconds) {
                Pose pose = path.at(microseconds);
                boolean turned = (long) (microseconds / interval) % 2 == 1;
                return new Pose(pose.x(), pose.y(), turned != pose.mirrored());
            }
        };
    }
}
