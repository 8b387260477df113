package org.snn4j.eval.statistics;

/**
 * A range that is stated with a confidence.
 *
 * @param low lower end
 * @param high upper end, at least {@code low}
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low is " + low + ", must be at most high, which is " + high);
        }
    }

    /** The same with ends moved to the nearest values that the quantity can have. */
    public Interval within(double least, double most) {
        return new Interval(Math.min(most, Math.max(least, low)), Math.min(most, Math.max(least, high)));
    }
}
