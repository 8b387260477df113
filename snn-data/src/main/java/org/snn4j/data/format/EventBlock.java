package org.snn4j.data.format;

import java.util.function.IntToLongFunction;
import org.snn4j.data.event.EventRoom;

/**
 * Room for some decoded events, column by column, that a {@link BlockReader} fills again and again; for one thread.
 *
 * <p>A decoder writes the events into the columns from index 0 and says how many with {@link #decoded}.
 */
public final class EventBlock {
    private final short[] x;
    private final short[] y;
    private final byte[] polarity;
    private final long[] time;
    private final int[] place;
    private IntToLongFunction positions;
    private int size;

    /** @param capacity events that fit */
    EventBlock(int capacity) {
        x = new short[capacity];
        y = new short[capacity];
        polarity = new byte[capacity];
        time = new long[capacity];
        place = new int[capacity];
    }

    /** Events that fit. */
    public int capacity() {
        return time.length;
    }

    /** The first places of the columns, for a decoder that fills other columns as well. */
    public EventRoom room(int count) {
        return new EventRoom(x, y, polarity, time, 0, count);
    }

    /** Columns from the left; a decoder puts there what the file says, even if it is negative as a short. */
    public short[] x() {
        return x;
    }

    /** Rows from the top. */
    public short[] y() {
        return y;
    }

    /** Polarities, 0 = OFF, 1 = ON. */
    public byte[] polarity() {
        return polarity;
    }

    /** Times in microseconds. */
    public long[] time() {
        return time;
    }

    /** Positions of the events in the file, counted from the base given to {@link #decoded}; what is not written stays from before. */
    public int[] place() {
        return place;
    }

    /**
     * Ends the filling.
     *
     * @param events how many
     * @param from position in the file that {@link #place} counts from
     */
    public void decoded(int events, long from) {
        decoded(events, event -> from + place[event]);
    }

    /**
     * Ends the filling with events one record after the other; {@link #place} is not used.
     *
     * @param events how many
     * @param from position in the file of the first
     * @param bytes length of a record; 0 if all are at one position
     */
    public void decoded(int events, long from, int bytes) {
        decoded(events, event -> from + (long) event * bytes);
    }

    /**
     * Ends the filling with events whose positions are looked for when they are asked for; {@link #place} is not used.
     *
     * @param events how many
     * @param positions gives the position in the file of an event of the block, until the next filling
     */
    public void decoded(int events, IntToLongFunction positions) {
        size = events;
        this.positions = positions;
    }

    /** Number of events. */
    int size() {
        return size;
    }

    /** Position of an event in the file. */
    long position(int event) {
        return positions.applyAsLong(event);
    }
}
