package org.snn4j.core.kernel;

import java.nio.ByteBuffer;

/** Finds values that are not zero without a branch. */
final class NonZeros {
    /** Values that a word stands for, a bit each. */
    static final int WORD = Long.SIZE;

    private NonZeros() {}

    /** 1 for any value but 0 and -0, 0 for these. */
    static int one(float value) {
        return one(Float.floatToRawIntBits(value));
    }

    private static int one(int bits) {
        int magnitude = bits << 1;
        return (magnitude | -magnitude) >>> 31;
    }

    /** Sets bit i of the words, 64 each, where value {@code from + i} is not zero, for all i in [first, last); the bits behind are cleared. */
    static void mark(ByteBuffer values, int from, int first, int last, long[] words) {
        for (int i = first; i < last; i++) {
            long kept = i % WORD == 0 ? 0 : words[i / WORD];
            words[i / WORD] = kept | (long) one(values.getInt((from + i) * Float.BYTES)) << i;
        }
    }

    /** Lists i for all bits i in [first, last) that are set, from place n on; returns where the next list begins. */
    static int list(long[] words, int first, int last, int[] places, int n) {
        int next = n;
        int place = first;
        while (place < last) {
            int count = Math.min(last - place, WORD - place % WORD);
            long word = words[place / WORD] >>> place & -1L >>> WORD - count;
            for (; word != 0; word &= word - 1) {
                places[next++] = place + Long.numberOfTrailingZeros(word);
            }
            place += count;
        }
        return next;
    }
}
