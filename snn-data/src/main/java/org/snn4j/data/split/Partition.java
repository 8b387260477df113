package org.snn4j.data.split;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which recordings may be trained on and which are tested on; disjoint, and not necessarily all.
 *
 * @param train indices of the recordings to train on, ascending
 * @param test indices of the recordings to test on, ascending
 */
public record Partition(int[] train, int[] test) {
    public Partition {
        train = sorted(train);
        test = sorted(test);
        for (int index : test) {
            if (Arrays.binarySearch(train, index) >= 0) {
                throw new IllegalArgumentException("recording " + index + " is in both parts, must be in one");
            }
        }
    }

    /** All of {@code count} recordings, by a rule that says which are tested on. */
    static Partition of(int count, IntPredicate tested) {
        return new Partition(
                IntStream.range(0, count).filter(tested.negate()).toArray(),
                IntStream.range(0, count).filter(tested).toArray());
    }

    private static int[] sorted(int[] indices) {
        return Arrays.stream(indices).sorted().toArray();
    }

    /** A copy of the training indices. */
    @Override
    public int[] train() {
        return train.clone();
    }

    /** A copy of the test indices. */
    @Override
    public int[] test() {
        return test.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Partition that && Arrays.equals(train, that.train) && Arrays.equals(test, that.test);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(train) + Arrays.hashCode(test);
    }

    @Override
    public String toString() {
        return "Partition[" + train.length + " to train, " + test.length + " to test]";
    }
}
