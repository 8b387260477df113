package org.snn4j.core;

import java.util.Objects;

/** Argument checks that name the value, the argument and the legal range. */
public final class Check {
    private Check() {}

    /** @return {@code value} if it is finite and &gt; {@code bound} */
    public static double greaterThan(double value, double bound, String name) {
        return require(Double.isFinite(value) && value > bound, value, name, "greater than " + bound);
    }

    /** @return {@code value} if it is finite and &gt;= {@code bound} */
    public static double atLeast(double value, double bound, String name) {
        return require(Double.isFinite(value) && value >= bound, value, name, "at least " + bound);
    }

    /** @return {@code value} if {@code low <= value <= high} */
    public static double inRange(double value, double low, double high, String name) {
        return require(value >= low && value <= high, value, name, "in [" + low + ", " + high + "]");
    }

    /** @return {@code value} if it is neither NaN nor infinite */
    public static double finite(double value, String name) {
        return require(Double.isFinite(value), value, name, "finite");
    }

    /** @return {@code value} if it is &gt;= {@code bound} */
    public static int atLeast(int value, int bound, String name) {
        if (value < bound) {
            throw new IllegalArgumentException(name + " is " + value + ", must be at least " + bound);
        }
        return value;
    }

    /** @return {@code value} if it is neither null nor blank */
    public static String notBlank(String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        return value;
    }

    /** @return {@code value} if it is not null */
    public static <T> T notNull(T value, String name) {
        return Objects.requireNonNull(value, () -> name + " is missing");
    }

    private static double require(boolean legal, double value, String name, String range) {
        if (!legal) {
            throw new IllegalArgumentException(name + " is " + value + ", must be " + range);
        }
        return value;
    }
}
