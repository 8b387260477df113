package org.snn4j.core.kernel;

import java.util.Arrays;

/**
 * Which of {@value #VALUES} values are not zero, a bit each: bit k of lane j stands for value k * {@value #LANES} + j. In this order both directions
 * are loops without branches over neighbouring values, which the compiler turns into vector instructions.
 *
 * <p>Values are the bit patterns of single-precision numbers, so that -0.0 and every NaN count as not zero.
 */
final class BitLanes {
    static final int LANES = 256;
    static final int VALUES = Integer.SIZE * LANES;

    private static final int ONE = Float.floatToIntBits(1f);
    /** A bit that 1.0 has and 0.0 has not. */
    private static final int MARK = 29;

    final int[] lanes = new int[LANES];
    private final int[] others = new int[LANES];

    /** Takes values that are all 0.0 or 1.0; false if another one is among them. */
    boolean takeSpikes(int[] bits) {
        Arrays.fill(lanes, 0);
        Arrays.fill(others, 0);
        for (int k = 0; k < Integer.SIZE; k++) {
            takeSpikes(bits, k * LANES, k);
        }
        int rest = 0;
        for (int other : others) {
            rest |= other;
        }
        return rest == 0;
    }

    private void takeSpikes(int[] bits, int from, int k) {
        for (int j = 0; j < LANES; j++) {
            int spike = bits[from + j] >>> MARK & 1;
            lanes[j] |= spike << k;
            others[j] |= bits[from + j] ^ (-spike & ONE);
        }
    }

    /** Takes any values. */
    void take(int[] bits) {
        Arrays.fill(lanes, 0);
        for (int k = 0; k < Integer.SIZE; k++) {
            int from = k * LANES;
            for (int j = 0; j < LANES; j++) {
                int value = bits[from + j];
                lanes[j] |= (value | -value) >>> Integer.SIZE - 1 << k;
            }
        }
    }

    /** Writes 1.0 where a bit is set and 0.0 elsewhere. */
    void giveSpikes(int[] bits) {
        for (int k = 0; k < Integer.SIZE; k++) {
            int from = k * LANES;
            for (int j = 0; j < LANES; j++) {
                bits[from + j] = -(lanes[j] >>> k & 1) & ONE;
            }
        }
    }

    /** Writes the next of the given values where a bit is set and 0.0 elsewhere; reads one value more than there are bits. */
    void give(int[] values, int[] bits) {
        int n = 0;
        for (int k = 0; k < Integer.SIZE; k++) {
            int from = k * LANES;
            for (int j = 0; j < LANES; j++) {
                int set = lanes[j] >>> k & 1;
                bits[from + j] = values[n] & -set;
                n += set;
            }
        }
    }

    /** Number of values that are not zero. */
    int count() {
        int count = 0;
        for (int lane : lanes) {
            count += Integer.bitCount(lane);
        }
        return count;
    }
}
