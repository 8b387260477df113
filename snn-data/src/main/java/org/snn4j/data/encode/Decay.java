package org.snn4j.data.encode;

/** How the weight of an event falls with its age. */
public enum Decay {
    /** exp(-age/tau). */
    EXPONENTIAL {
        @Override
        double of(double age, double tau) {
            return Math.exp(-age / tau);
        }
    },
    /** max(0, 1 - age/(3 tau)). */
    LINEAR {
        @Override
        double of(double age, double tau) {
            return Math.max(0, 1 - age / (3 * tau));
        }
    };

    /** Weight in [0, 1] of an event {@code age} microseconds ago, &gt;= 0. */
    abstract double of(double age, double tau);
}
