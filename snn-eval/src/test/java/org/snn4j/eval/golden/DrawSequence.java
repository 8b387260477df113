package org.snn4j.eval.golden;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Hands out recorded draws in their order, whole numbers and uniform ones, and nothing else. */
public final class DrawSequence implements RandomGenerator {
    private final double[] draws;
    private int next;

    public DrawSequence(double... draws) {
        this.draws = draws.clone();
    }

    @Override
    public double nextDouble() {
        double value = take();
        if (!(value >= 0 && value < 1)) {
            throw new AssertionError("recorded draw " + (next - 1) + " is " + value + ", must be in [0, 1)");
        }
        return value;
    }

    @Override
    public int nextInt(int bound) {
        return nextInt(0, bound);
    }

    @Override
    public int nextInt(int origin, int bound) {
        double value = take();
        if (value != Math.rint(value) || value < origin || value >= bound) {
            throw new AssertionError("recorded draw " + (next - 1) + " is " + value + ", must be a whole number in ["
                    + origin + ", " + bound + ")");
        }
        return (int) value;
    }

    @Override
    public long nextLong() {
        throw new AssertionError("a draw that the published code does not make");
    }

    /** True if every draw was taken. */
    public boolean exhausted() {
        return next == draws.length;
    }

    private double take() {
        if (next == draws.length) {
            throw new AssertionError("more draws than the " + Arrays.toString(draws) + " that were recorded");
        }
        return draws[next++];
    }
}
