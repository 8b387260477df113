package org.snn4j.data.event;

import org.snn4j.core.Check;

/**
 * Slicing rules of the published code with windows of a given length, or that overlap; the number of slices follows from the recording.
 *
 * <p>N events, first and last time t0 and t1 in microseconds, // the integer division.
 */
public final class WindowSlicers {
    private WindowSlicers() {}

    /** What happens to a last window that the recording does not fill. */
    public enum Rest {
        /** It is left out. */
        DROPPED,
        /** It is a slice like any other. */
        KEPT
    }

    /**
     * SpikingJelly, fixed duration: a slice starts at the event after the one before and takes all events up to and including its
     * first time + duration.
     *
     * @param duration microseconds, at least 1
     */
    public static EventSlicer byDuration(long duration) {
        Check.atLeast(duration, 1, "duration");
        return events -> {
            Ranges ranges = new Ranges();
            for (int start = 0; start < events.size(); ) {
                int end = events.indexAt(events.time(start) + duration + 1);
                ranges.add(start, end);
                start = end;
            }
            return ranges.toSlices();
        };
    }

    /**
     * tonic, time_window: windows [t0 + i*stride, t0 + i*stride + window), stride = window - overlap; at least one.
     *
     * @param window microseconds, at least 1
     * @param overlap microseconds shared by neighbours, in [0, window)
     */
    public static EventSlicer byTimeWindow(long window, long overlap, Rest rest) {
        Check.atLeast(window, 1, "window");
        Check.inRange(overlap, 0, window - 1, "overlap");
        long stride = window - overlap;
        return events -> {
            long beyond = events.lastTime() - events.firstTime() - window;
            int count = Math.toIntExact(Math.max(1, quotient(beyond, stride, rest) + 1));
            return windows(events, count, stride, window);
        };
    }

    /**
     * A fixed number of windows [t0 + i*window, t0 + (i+1)*window): those after the end of the recording are empty, what comes after the last
     * is dropped.
     *
     * @param window microseconds, at least 1
     * @param count number of windows, at least 1
     */
    public static EventSlicer byTimeWindow(long window, int count) {
        Check.atLeast(window, 1, "window");
        Check.atLeast(count, 1, "count");
        return events -> {
            Ranges ranges = new Ranges();
            for (int i = 0; i < count; i++) {
                long from = events.firstTime() + i * window;
                ranges.add(events.indexAt(from), events.indexAt(from + window));
            }
            return ranges.toSlices();
        };
    }

    /**
     * A fixed number of slices of {@code number} events: the recording may end within one, those after it are empty, what comes after the last
     * is dropped.
     *
     * @param number events of a slice, at least 1
     * @param count number of slices, at least 1
     */
    public static EventSlicer byEventCount(int number, int count) {
        Check.atLeast(number, 1, "number");
        Check.atLeast(count, 1, "count");
        return events -> {
            Ranges ranges = new Ranges();
            for (int i = 0; i < count; i++) {
                int from = (int) Math.min((long) i * number, events.size());
                ranges.add(from, (int) Math.min((long) from + number, events.size()));
            }
            return ranges.toSlices();
        };
    }

    /**
     * tonic, n_time_bins with overlap: windows of (1 + overlap)*((t1-t0)//T), each (1 - overlap) of a window after the one before.
     *
     * @param overlap share of a window, in [0, 1)
     */
    public static EventSlicer byTimeTonic(int steps, double overlap) {
        Check.atLeast(steps, 1, "steps");
        Check.inRange(overlap, 0, Math.nextDown(1), "overlap");
        return events -> {
            double window = (events.lastTime() - events.firstTime()) / steps * (1 + overlap);
            return windows(events, steps, window * (1 - overlap), window);
        };
    }

    /** tonic, event_count: slices of {@code number} events (of all, if there are fewer) without overlap. */
    public static EventSlicer byEventCount(int number, Rest rest) {
        Check.atLeast(number, 1, "number");
        return events -> {
            int length = Math.min(number, events.size());
            int count = Math.toIntExact(quotient(events.size() - length, number, rest) + 1);
            Ranges ranges = new Ranges();
            for (int i = 0; i < count; i++) {
                ranges.add(i * number, Math.min(i * number + length, events.size()));
            }
            return ranges.toSlices();
        };
    }

    private static long quotient(long dividend, long divisor, Rest rest) {
        return rest == Rest.KEPT ? -Math.floorDiv(-dividend, divisor) : Math.floorDiv(dividend, divisor);
    }

    /** Windows [t0 + i*stride, t0 + i*stride + length); limits may lie between microseconds. */
    private static Slices windows(EventStream events, int count, double stride, double length) {
        Ranges ranges = new Ranges();
        for (int i = 0; i < count; i++) {
            double from = events.firstTime() + i * stride;
            ranges.add(events.indexAt((long) Math.ceil(from)), events.indexAt((long) Math.ceil(from + length)));
        }
        return ranges.toSlices();
    }
}
