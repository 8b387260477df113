package org.snn4j.data.simulate;

/** How a move from one place to another goes in time. */
public enum Ease {
    /** Constant speed. */
    LINEAR {
        @Override
        double way(double time) {
            return time;
        }
    },
    /** Half a wave: (1 - cos(pi u))/2. */
    COSINE {
        @Override
        double way(double time) {
            return (1 - Math.cos(Math.PI * time)) / 2;
        }
    },
    /** The polynomial of minimum jerk, u^3 (10 - 15 u + 6 u^2). */
    MINIMUM_JERK {
        @Override
        double way(double time) {
            return time * time * time * (10 + time * (6 * time - 15));
        }
    };

    /** Part of the way that is done after a part of the time, both in [0, 1]. */
    abstract double way(double time);
}
