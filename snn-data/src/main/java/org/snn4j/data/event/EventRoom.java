package org.snn4j.data.event;

/**
 * A run of places in columns of events, which a decoder fills: each thread its own run.
 *
 * @param x columns from the left
 * @param y rows from the top
 * @param polarity 0 = OFF, 1 = ON
 * @param time microseconds
 * @param from index of the first place of the run
 * @param count number of places
 */
public record EventRoom(short[] x, short[] y, byte[] polarity, long[] time, int from, int count) {
    /** True if the events in all places hold what they must. */
    boolean holds(EventColumns.Limits limits) {
        return below(x, from, count, limits.width())
                && below(y, from, count, limits.height())
                && areSigns(polarity, from, count)
                && (!limits.ordered() || ordered(time, from, count, limits.earliest()));
    }

    /** Time of the first event; the run must not be empty. */
    long firstTime() {
        return time[from];
    }

    /** Time of the last event; the run must not be empty. */
    long lastTime() {
        return time[from + count - 1];
    }

    /** Loops that each look at one column and leave at once are the fastest by far. */
    private static boolean below(short[] places, int from, int count, int size) {
        for (int i = from; i < from + count; i++) {
            if ((places[i] & 0xffff) >= size) {
                return false;
            }
        }
        return true;
    }

    private static boolean areSigns(byte[] polarity, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (polarity[i] >>> 1 != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean ordered(long[] time, int from, int count, long earliest) {
        long before = earliest;
        for (int i = from; i < from + count; i++) {
            if (time[i] < before) {
                return false;
            }
            before = time[i];
        }
        return true;
    }
}
