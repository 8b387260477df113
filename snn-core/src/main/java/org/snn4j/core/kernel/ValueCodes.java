package org.snn4j.core.kernel;

import java.util.Arrays;

/** The distinct values, as bit patterns other than 0, that occur in an array, each with a number: given up beyond 256 of them. */
final class ValueCodes {
    static final int MOST = 256;

    private static final int SLOT_BITS = 10;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int SCATTER = 0x9E3779B9;

    private final int[] keys = new int[SLOTS];
    private final int[] numbers = new int[SLOTS];
    private final int[] values = new int[MOST];
    private int count;

    void clear() {
        Arrays.fill(keys, 0);
        count = 0;
    }

    /** True as long as every value seen has a number. */
    boolean complete() {
        return count <= MOST;
    }

    void addAll(int[] bits, int length) {
        for (int i = 0; i < length && complete(); i++) {
            add(bits[i]);
        }
    }

    void addAll(ValueCodes other) {
        addAll(other.values, Math.min(MOST, other.count));
        if (!other.complete()) {
            count = MOST + 1;
        }
    }

    void add(int bits) {
        int slot = slot(bits);
        if (keys[slot] == 0 && complete()) {
            if (count < MOST) {
                keys[slot] = bits;
                numbers[slot] = count;
                values[count] = bits;
            }
            count++;
        }
    }

    private int slot(int bits) {
        int slot = bits * SCATTER >>> Integer.SIZE - SLOT_BITS;
        while (keys[slot] != 0 && keys[slot] != bits) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    /** Number of a value that was added. */
    byte code(int bits) {
        return (byte) numbers[slot(bits)];
    }

    /** The value of a number. */
    int value(byte code) {
        return values[Byte.toUnsignedInt(code)];
    }
}
