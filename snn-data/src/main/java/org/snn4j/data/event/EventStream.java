package org.snn4j.data.event;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A recording of an event sensor, as columns; immutable. Every event lies inside the sensor and none is earlier than the one before it.
 *
 * <p>x is the column from the left, y the row from the top, polarity 0 = OFF and 1 = ON, time in microseconds.
 */
public final class EventStream {
    private final int width;
    private final int height;
    private final short[] x;
    private final short[] y;
    private final byte[] polarity;
    private final long[] time;
    private final int size;

    /** Keeps the arrays, whose first {@code size} entries {@link EventColumns} has checked. */
    EventStream(int width, int height, short[] x, short[] y, byte[] polarity, long[] time, int size) {
        this.width = width;
        this.height = height;
        this.x = x;
        this.y = y;
        this.polarity = polarity;
        this.time = time;
        this.size = size;
    }

    /**
     * A stream from columns of equal length, which are copied.
     *
     * @throws IllegalArgumentException naming the first wrong event with its value and the legal range
     */
    public static EventStream of(int width, int height, int[] x, int[] y, int[] polarity, long[] time) {
        if (y.length != x.length || polarity.length != x.length || time.length != x.length) {
            throw new IllegalArgumentException("columns x, y, polarity, time have lengths " + x.length + ", " + y.length
                    + ", " + polarity.length + ", " + time.length + ", must be equal");
        }
        EventColumns columns = new EventColumns(x.length);
        for (int i = 0; i < x.length; i++) {
            columns.add(x[i], y[i], polarity[i], time[i]);
        }
        return columns.toStream(width, height);
    }

    /** Columns of the sensor. */
    public int width() {
        return width;
    }

    /** Rows of the sensor. */
    public int height() {
        return height;
    }

    /** Number of events. */
    public int size() {
        return size;
    }

    /** Column of an event. */
    public int x(int event) {
        return x[event];
    }

    /** Row of an event. */
    public int y(int event) {
        return y[event];
    }

    /** Polarity of an event, 0 = OFF, 1 = ON. */
    public int polarity(int event) {
        return polarity[event];
    }

    /** Time of an event in microseconds. */
    public long time(int event) {
        return time[event];
    }

    /** Time of the first event; the stream must not be empty. */
    public long firstTime() {
        return time[0];
    }

    /** Time of the last event; the stream must not be empty. */
    public long lastTime() {
        return time[size - 1];
    }

    /** Index of the first event at or after {@code microseconds}; {@link #size} if there is none. */
    public int indexAt(long microseconds) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time[middle] < microseconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The events from one time on and before another, in microseconds; their times stay as they are. */
    public EventStream between(long from, long to) {
        int start = indexAt(from);
        int end = Math.max(start, indexAt(to));
        return new EventStream(
                width,
                height,
                Arrays.copyOfRange(x, start, end),
                Arrays.copyOfRange(y, start, end),
                Arrays.copyOfRange(polarity, start, end),
                Arrays.copyOfRange(time, start, end),
                end - start);
    }

    /** The same events upside down: the first row becomes the last. */
    public EventStream flipped() {
        short[] rows = new short[size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (short) (height - 1 - y[i]);
        }
        return new EventStream(width, height, x, rows, polarity, time, size);
    }

    /** The same events moved to the corner of the smallest sensor that holds them; the stream itself if it is empty. */
    public EventStream fitted() {
        if (size() == 0) {
            return this;
        }
        int left = Short.MAX_VALUE;
        int top = Short.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < size(); i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        return new EventStream(right - left + 1, bottom - top + 1, minus(x, left), minus(y, top), polarity, time, size);
    }

    /** The events whose index is kept, on the same sensor; the stream itself if all are. */
    public EventStream filter(IntPredicate keep) {
        int[] kept = IntStream.range(0, size()).filter(keep).toArray();
        if (kept.length == size()) {
            return this;
        }
        EventColumns columns = new EventColumns(kept.length);
        for (int i : kept) {
            columns.add(x[i], y[i], polarity[i], time[i]);
        }
        return columns.toStream(width, height);
    }

    private static short[] minus(short[] values, int shift) {
        short[] result = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (short) (values[i] - shift);
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventStream that
                && width == that.width
                && height == that.height
                && Arrays.equals(x, 0, size, that.x, 0, that.size)
                && Arrays.equals(y, 0, size, that.y, 0, that.size)
                && Arrays.equals(polarity, 0, size, that.polarity, 0, that.size)
                && Arrays.equals(time, 0, size, that.time, 0, that.size);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + Long.hashCode(time[i]) + x[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return "EventStream[" + size() + " events, sensor " + width + "x" + height + "]";
    }
}
