package org.snn4j.data.format.prophesee;

/**
 * Counts the overflows of a counter with few bits: a step backward by half of its range or more is one.
 *
 * <p>Smaller steps backward are the recording's own and are left as they are, for the check of order to find.
 */
final class LoopingTime {
    private final int bits;
    private long last = -1;
    private long loops;

    /** @param bits of the counter, in [1, 32] */
    LoopingTime(int bits) {
        this.bits = bits;
    }

    /** True if the counter has been seen. */
    boolean known() {
        return last >= 0;
    }

    /** The counter as if it never overflowed. */
    long next(long counter) {
        if (last - counter >= 1L << (bits - 1)) {
            loops++;
        }
        last = counter;
        return (loops << bits) + counter;
    }
}
