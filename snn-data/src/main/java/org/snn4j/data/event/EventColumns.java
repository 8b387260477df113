package org.snn4j.data.event;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.data.Parallel;

/**
 * Events as they are collected, column by column; unchecked beyond what a column can hold. For one thread.
 *
 * <p>{@link #toStream} checks and copies.
 */
public final class EventColumns {
    private static final int LARGEST = 1 << 15;
    private static final Limits ANY = new Limits(LARGEST, LARGEST, false, Long.MIN_VALUE);
    private static final EventRoom NOTHING = new EventRoom(new short[0], new short[0], new byte[0], new long[0], 0, 0);
    /** Columns that are made by two threads. */
    private static final int LARGE = 1 << 20;
    /** A stream may keep columns of which at most this part is empty: one in so many. */
    private static final int SLACK = 5;

    private short[] x;
    private short[] y;
    private byte[] polarity;
    private long[] time;
    private int size;
    /** So many events from the first on are known to lie inside a sensor of the two sizes that follow, and to be in order. */
    private int checked;

    private int checkedWidth;
    private int checkedHeight;

    /**
     * What events must hold to be taken.
     *
     * @param width columns of the sensor that they lie in, in [1, 32768]
     * @param height its rows, in [1, 32768]
     * @param ordered true if none may be earlier than the one before it
     * @param earliest time that none may be earlier than, if they are to be in order
     */
    public record Limits(int width, int height, boolean ordered, long earliest) {
        public Limits {
            Check.inRange(width, 1, LARGEST, "width");
            Check.inRange(height, 1, LARGEST, "height");
        }

        /** These limits with another earliest time. */
        Limits from(long time) {
            return new Limits(width, height, ordered, time);
        }
    }

    /**
     * What is wrong with an event.
     *
     * @param event its index
     * @param found the offending value, with its name
     * @param expected the legal range
     */
    public record Violation(int event, String found, String expected) {
        @Override
        public String toString() {
            return "event " + event + ": " + found + ", must be " + expected;
        }
    }

    /** @param capacity events that fit before the columns grow */
    public EventColumns(int capacity) {
        int length = Math.max(Check.atLeast(capacity, 0, "capacity"), 1);
        x = NOTHING.x();
        y = NOTHING.y();
        polarity = NOTHING.polarity();
        time = NOTHING.time();
        resize(length);
    }

    /**
     * Appends an event.
     *
     * @param x column, in [0, 32767]
     * @param y row, in [0, 32767]
     * @param polarity 0 = OFF, 1 = ON
     * @param time microseconds
     */
    public void add(int x, int y, int polarity, long time) {
        if ((x | y) >>> 15 != 0 || polarity >>> 1 != 0) {
            throw new IllegalArgumentException("event " + size + ": x " + x + ", y " + y + ", polarity " + polarity
                    + ", must be in [0, 32767], [0, 32767] and [0, 1]");
        }
        if (size == this.time.length) {
            grow();
        }
        this.x[size] = (short) x;
        this.y[size] = (short) y;
        this.polarity[size] = (byte) polarity;
        this.time[size] = time;
        size++;
    }

    /**
     * Appends events of other columns.
     *
     * @param x columns, in [0, 32767]
     * @param y rows, in [0, 32767]
     * @param polarity 0 = OFF, 1 = ON
     * @param time microseconds
     * @param from index of the first event
     * @param count number of events
     */
    public void append(short[] x, short[] y, byte[] polarity, long[] time, int from, int count) {
        if (!append(x, y, polarity, time, from, count, ANY)) {
            throw new IllegalArgumentException(
                    "events have columns, rows or polarities outside [0, 32767], [0, 32767] and [0, 1]");
        }
    }

    /**
     * Appends events of other columns, as above, if all of them hold what they must; they are not looked at again when a stream is made.
     *
     * @return false, with nothing appended, if one does not
     */
    public boolean append(short[] x, short[] y, byte[] polarity, long[] time, int from, int count, Limits limits) {
        if (!new EventRoom(x, y, polarity, time, from, count).holds(limits)) {
            return false;
        }
        reserve(count);
        System.arraycopy(x, from, this.x, size, count);
        System.arraycopy(y, from, this.y, size, count);
        System.arraycopy(polarity, from, this.polarity, size, count);
        System.arraycopy(time, from, this.time, size, count);
        take(count, limits);
        return true;
    }

    /**
     * Appends parts of a recording one behind the other, which all threads decode straight to their places, if all of their events hold what they must.
     *
     * @return false, with nothing appended, if one does not, or if a part cannot be decoded
     */
    public boolean append(List<? extends EventPart> parts, Limits limits) throws IOException {
        int[] starts = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], parts.get(i).events());
        }
        int count = starts[parts.size()];
        reserve(count);
        EventRoom[] rooms = new EventRoom[parts.size()];
        Arrays.setAll(rooms, i -> new EventRoom(x, y, polarity, time, size + starts[i], starts[i + 1] - starts[i]));
        Limits inner = limits.from(Long.MIN_VALUE);
        if (!Parallel.all(rooms.length, i -> parts.get(i).decode(rooms[i]) && rooms[i].holds(inner))
                || limits.ordered() && !areInOrder(rooms, limits.earliest())) {
            return false;
        }
        take(count, limits);
        return true;
    }

    /** True if no room begins before the end of the one before it. */
    private static boolean areInOrder(EventRoom[] rooms, long earliest) {
        long before = earliest;
        for (EventRoom room : rooms) {
            if (room.count() > 0) {
                if (room.firstTime() < before) {
                    return false;
                }
                before = room.lastTime();
            }
        }
        return true;
    }

    /** Counts events behind the last, which hold the limits, as appended. */
    private void take(int count, Limits limits) {
        boolean known = limits.ordered() && checked == size && count > 0;
        if (known && (size == 0 || time[size] >= time[size - 1])) {
            checked += count;
            checkedWidth = Math.max(checkedWidth, limits.width());
            checkedHeight = Math.max(checkedHeight, limits.height());
        }
        size += count;
    }

    /** Makes room for so many events more. */
    public void reserve(int count) {
        if (count > time.length - size) {
            resize(Math.max(Math.addExact(size, count), size + size / 2));
        }
    }

    /** Events for which there is room. */
    public int room() {
        return time.length - size;
    }

    /** Takes all events out; the columns keep their capacity. */
    public void clear() {
        size = 0;
        checked = 0;
        checkedWidth = 0;
        checkedHeight = 0;
    }

    /** Appends a part of these events to other columns. */
    public void copyTo(EventColumns target, int from, int count) {
        target.append(x, y, polarity, time, from, count);
    }

    /** Puts the events in the order of their times; events of equal time keep their order. */
    public void sortByTime() {
        int first = 1;
        while (first < size && time[first] >= time[first - 1]) {
            first++;
        }
        if (first >= size) {
            return;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(i -> time[i]));
        EventColumns sorted = new EventColumns(size);
        for (int event : order) {
            sorted.add(x[event], y[event], polarity[event], time[event]);
        }
        x = sorted.x;
        y = sorted.y;
        polarity = sorted.polarity;
        time = sorted.time;
        checked = 0;
    }

    private void grow() {
        resize(Math.multiplyExact(size, 2));
    }

    /** Clearing the memory of large columns takes as long as decoding: two threads have about the same to do. */
    private void resize(int length) {
        if (length < LARGE) {
            resizeTimes(length);
            resizePlaces(length);
        } else {
            IntStream.range(0, 2).parallel().forEach(half -> {
                if (half == 0) {
                    resizeTimes(length);
                } else {
                    resizePlaces(length);
                }
            });
        }
    }

    private void resizeTimes(int length) {
        time = Arrays.copyOf(time, length);
    }

    private void resizePlaces(int length) {
        x = Arrays.copyOf(x, length);
        y = Arrays.copyOf(y, length);
        polarity = Arrays.copyOf(polarity, length);
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

    /** The first event outside the sensor or earlier than the one before it. */
    public Optional<Violation> violation(int width, int height) {
        if (holds(width, height)) {
            return Optional.empty();
        }
        for (int i = 0; i < size; i++) {
            if (x[i] >= width) {
                return Optional.of(new Violation(i, "x is " + x[i], "in [0, " + (width - 1) + "]"));
            }
            if (y[i] >= height) {
                return Optional.of(new Violation(i, "y is " + y[i], "in [0, " + (height - 1) + "]"));
            }
            if (i > 0 && time[i] < time[i - 1]) {
                return Optional.of(new Violation(
                        i, "time is " + time[i] + " us", "at least " + time[i - 1] + " us, the time before it"));
            }
        }
        return Optional.empty();
    }

    /** True if all events are inside the sensor and in order. */
    private boolean holds(int width, int height) {
        if (checked == size && checkedWidth <= width && checkedHeight <= height) {
            return true;
        }
        Limits limits = new Limits(Math.min(width, LARGEST), Math.min(height, LARGEST), true, Long.MIN_VALUE);
        return new EventRoom(x, y, polarity, time, 0, size).holds(limits);
    }

    /**
     * The events as a stream that later additions do not change.
     *
     * @throws IllegalArgumentException naming the first event outside the sensor or earlier than the one before it
     */
    public EventStream toStream(int width, int height) {
        requireHeld(width, height);
        return new EventStream(
                width,
                height,
                Arrays.copyOf(x, size),
                Arrays.copyOf(y, size),
                Arrays.copyOf(polarity, size),
                Arrays.copyOf(time, size),
                size);
    }

    /**
     * The events as a stream that takes over the columns if they are nearly full, so that nothing is copied; afterwards they are empty.
     *
     * @throws IllegalArgumentException as {@link #toStream}
     */
    public EventStream release(int width, int height) {
        EventStream stream;
        if (room() > time.length / SLACK) {
            stream = toStream(width, height);
        } else {
            requireHeld(width, height);
            stream = new EventStream(width, height, x, y, polarity, time, size);
        }
        x = new short[1];
        y = new short[1];
        polarity = new byte[1];
        time = new long[1];
        clear();
        return stream;
    }

    private void requireHeld(int width, int height) {
        Check.atLeast(width, 1, "width");
        Check.atLeast(height, 1, "height");
        violation(width, height).ifPresent(violation -> {
            throw new IllegalArgumentException(violation.toString());
        });
    }
}
