package org.snn4j.eval.golden.augment;

import java.util.Arrays;
import java.util.Iterator;
import java.util.random.RandomGenerator;

/** Hands out one uniform draw and then whole numbers that were recorded, and nothing else. */
final class RecordedDraws implements RandomGenerator {
    private final double uniform;
    private final Iterator<Integer> whole;

    RecordedDraws(double uniform, int... whole) {
        this.uniform = uniform;
        this.whole = Arrays.stream(whole).iterator();
    }

    @Override
    public double nextDouble() {
        return uniform;
    }

    @Override
    public int nextInt(int bound) {
        return nextInt(0, bound);
    }

    @Override
    public int nextInt(int origin, int bound) {
        int value = whole.next();
        if (value < origin || value >= bound) {
            throw new AssertionError("recorded draw " + value + " is outside [" + origin + ", " + bound + ")");
        }
        return value;
    }

    @Override
    public long nextLong() {
        throw new AssertionError("a draw that the published code does not make");
    }
}
