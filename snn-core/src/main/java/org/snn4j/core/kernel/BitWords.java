package org.snn4j.core.kernel;

/**
 * Which of 64 values are not zero, a bit each, for values that come as bit patterns of single-precision numbers, two in a long. -0.0 and every NaN count as not
 * zero.
 */
final class BitWords {
    /** Longs, of two values, that a word stands for. */
    static final int PAIRS = 32;

    private static final long LOWEST = 0x0000_0001_0000_0001L;
    private static final long ALL_BUT_HIGHEST = 0x7fff_ffff_7fff_ffffL;
    private static final long ONE = Float.floatToIntBits(1f);
    /** A bit that 1.0 has and 0.0 has not. */
    private static final int MARK = 29;

    private BitWords() {}

    /** Takes values that are all 0.0 or 1.0; false if another one is among them. */
    static boolean takeSpikes(long[] pairs, long[] words, int count) {
        long rest = 0;
        for (int w = 0; w < count; w++) {
            long word = 0;
            for (int k = 0; k < PAIRS; k++) {
                long pair = pairs[w * PAIRS + k];
                long spikes = pair >>> MARK & LOWEST;
                word |= spikes << k;
                rest |= pair ^ spikes * ONE;
            }
            words[w] = word;
        }
        return rest == 0;
    }

    /** Writes 1.0 where a bit is set and 0.0 elsewhere. */
    static void giveSpikes(long[] words, int count, long[] pairs) {
        for (int w = 0; w < count; w++) {
            long word = words[w];
            for (int k = 0; k < PAIRS; k++) {
                pairs[w * PAIRS + k] = (word >>> k & LOWEST) * ONE;
            }
        }
    }

    /** Takes any values. */
    static void take(long[] pairs, long[] words, int count) {
        for (int w = 0; w < count; w++) {
            long word = 0;
            for (int k = 0; k < PAIRS; k++) {
                long pair = pairs[w * PAIRS + k];
                long set = ((pair & ALL_BUT_HIGHEST) + ALL_BUT_HIGHEST | pair) >>> Integer.SIZE - 1 & LOWEST;
                word |= set << k;
            }
            words[w] = word;
        }
    }

    /** Lists the values that are not zero; {@code found} takes one value more than there are. Returns their number. */
    static int list(long[] pairs, int count, int[] found) {
        int n = 0;
        for (int i = 0; i < count; i++) {
            int low = (int) pairs[i];
            found[n] = low;
            n += (low | -low) >>> Integer.SIZE - 1;
            int high = (int) (pairs[i] >>> Integer.SIZE);
            found[n] = high;
            n += (high | -high) >>> Integer.SIZE - 1;
        }
        return n;
    }

    /** Writes the next listed value where a bit is set and 0.0 elsewhere; reads one value more than there are bits. */
    static void give(long[] words, int count, int[] listed, long[] pairs) {
        int n = 0;
        for (int i = 0; i < count * PAIRS; i++) {
            long word = words[i / PAIRS] >>> i % PAIRS;
            int low = (int) word & 1;
            long value = listed[n] & -low & 0xffff_ffffL;
            n += low;
            int high = (int) (word >>> Integer.SIZE) & 1;
            pairs[i] = value | (long) (listed[n] & -high) << Integer.SIZE;
            n += high;
        }
    }

    static int count(long[] words, int count) {
        int sum = 0;
        for (int w = 0; w < count; w++) {
            sum += Long.bitCount(words[w]);
        }
        return sum;
    }
}
