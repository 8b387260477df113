package org.snn4j.data.format.prophesee;

/**
 * Tells a writer which values of the upper time bits to write so that a reader counts the same overflows.
 *
 * <p>The reader takes the first value as it is, so the first time must fit into the counter; a gap of half its range or more is bridged by values in between.
 */
final class LoopingClock {
    private static final long MOST_BRIDGES = 1 << 16;

    private final int low;
    private final int bits;
    private long high = -1;

    /** @param low bits of the time that every event carries   @param bits of the counter above them */
    LoopingClock(int low, int bits) {
        this.low = low;
        this.bits = bits;
    }

    /** Takes the values to write, without the overflown bits. */
    interface Values {
        /** Writes one value. */
        void write(int value) throws java.io.IOException;
    }

    /**
     * Goes to the upper bits of a time.
     *
     * @return true if they changed
     * @throws IllegalArgumentException if the counter cannot say the time
     */
    boolean advance(long time, Values values) throws java.io.IOException {
        long wanted = time >> low;
        if (wanted == high) {
            return false;
        }
        if (high < 0 && (time < 0 || wanted >= 1L << bits)) {
            throw new IllegalArgumentException("first time is " + time + " us, must be in [0, "
                    + ((1L << (bits + low)) - 1) + "] in this format; shift the recording");
        }
        long step = (1L << (bits - 1)) - 1;
        if (high >= 0 && (wanted - high) / step > MOST_BRIDGES) {
            throw new IllegalArgumentException("time jumps from " + (high << low) + " to " + time
                    + " us, must be by at most " + (MOST_BRIDGES * step << low) + " us in this format");
        }
        while (high >= 0 && wanted - high > step) {
            high += step;
            values.write((int) (high & ((1L << bits) - 1)));
        }
        high = wanted;
        values.write((int) (high & ((1L << bits) - 1)));
        return true;
    }
}
