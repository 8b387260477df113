package org.snn4j.eval.metric;

import org.snn4j.core.Check;

/**
 * A measured value and what it rests on.
 *
 * @param value in {@code unit}
 * @param n samples it is a mean over, at least 1
 * @param unit for instance {@value #PERCENT}
 */
public record Measurement(double value, long n, String unit) {
    /** Accuracies in percent of the samples, spike rates in percent of the neurons and steps. */
    public static final String PERCENT = "%";

    public Measurement {
        Check.finite(value, "measured value");
        if (n < 1) {
            throw new IllegalArgumentException("n is " + n + ", must be at least 1");
        }
        Check.notBlank(unit, "unit");
    }

    /** A share of n samples, given in [0, 1]. */
    public static Measurement share(double share, long n) {
        return new Measurement(100 * Check.inRange(share, 0, 1, "share"), n, PERCENT);
    }
}
