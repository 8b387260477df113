package org.snn4j.core.kernel;

import java.util.Arrays;

/** Numbers the distinct values, given as bit patterns, of a part of an array: at most {@value #MOST}, a byte each. */
final class ValueTable {
    static final int MOST = 256;

    private static final int SLOT_BITS = 10;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int SCATTER = 0x9E3779B9;

    private final int[] keys = new int[SLOTS];
    /** Number of the value in each slot; -1 for none. */
    private final int[] numbers = new int[SLOTS];

    private final int[] values = new int[MOST];
    private int count;

    /** Forgets all values. */
    void clear() {
        Arrays.fill(numbers, -1);
        count = 0;
    }

    /** Numbers of values, two in a long; false, with the rest undone, if there are too many distinct ones. */
    boolean encode(long[] pairs, int count, byte[] codes) {
        for (int i = 0; i < count; i++) {
            int low = number((int) pairs[i]);
            int high = number((int) (pairs[i] >>> Integer.SIZE));
            if ((low | high) < 0) {
                return false;
            }
            codes[2 * i] = (byte) low;
            codes[2 * i + 1] = (byte) high;
        }
        return true;
    }

    private int number(int bits) {
        int slot = bits * SCATTER >>> Integer.SIZE - SLOT_BITS;
        return keys[slot] == bits && numbers[slot] >= 0 ? numbers[slot] : numberElsewhere(bits, slot);
    }

    private int numberElsewhere(int bits, int first) {
        int slot = first;
        while (numbers[slot] >= 0 && keys[slot] != bits) {
            slot = slot + 1 & SLOTS - 1;
        }
        if (numbers[slot] < 0) {
            if (count == MOST) {
                return -1;
            }
            keys[slot] = bits;
            values[count] = bits;
            numbers[slot] = count++;
        }
        return numbers[slot];
    }

    /** The values by their numbers. */
    int[] values() {
        return Arrays.copyOf(values, count);
    }

    /** Back from {@link #encode}. */
    static void decode(byte[] codes, int[] values, long[] pairs, int count) {
        for (int i = 0; i < count; i++) {
            long low = values[codes[2 * i] & 0xff] & 0xffff_ffffL;
            pairs[i] = low | (long) values[codes[2 * i + 1] & 0xff] << Integer.SIZE;
        }
    }
}
