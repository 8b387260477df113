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

    /** The counter as it was given last, as if it never overflowed; at least a number if it has not been seen. */
    long now() {
        return (loops << bits) + last;
    }

    /** A clock that goes on from here by itself. */
    LoopingTime copy() {
        LoopingTime copy = new LoopingTime(bits);
        copy.set(this);
        return copy;
    }

    /** Goes on from where another clock of so many bits is. */
    void set(LoopingTime other) {
        last = other.last;
        loops = other.loops;
    }

    /** Goes on as if what another clock has counted, from its first counter on, had come here. */
    void follow(long first, LoopingTime other) {
        next(first);
        last = other.last;
        loops += other.loops;
    }
}
