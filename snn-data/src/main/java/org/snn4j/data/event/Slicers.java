package org.snn4j.data.event;

import java.util.Arrays;
import org.snn4j.core.Check;

/**
 * The slicing rules of the published code; N events, first and last time t0 and t1, // the integer division.
 *
 * <p>They differ in the window, in what happens to the rest and in which end belongs to a window; none is an approximation of another.
 */
public final class Slicers {
    private Slicers() {}

    /** SpikingJelly, split_by="number": N//T events each, the last slice to the end. Fewer than T events: all in the last slice. */
    public static EventSlicer byNumber(int steps) {
        Check.atLeast(steps, 1, "steps");
        return events -> toTheEnd(equalNumbers(events, steps), events);
    }

    /** R2ETL, TET and tonic's n_event_bins: N//T events each, the last N mod T events dropped. Fewer than T events: all slices empty. */
    public static EventSlicer byNumberDropping(int steps) {
        Check.atLeast(steps, 1, "steps");
        return events -> equalNumbers(events, steps);
    }

    /**
     * SpikingJelly, split_by="time": windows [t0 + i*dt, t0 + (i+1)*dt) with dt = (t1-t0)//T, the last to the end of the recording.
     *
     * <p>Difference from the source: a window without events is an empty slice; the source ends with an IndexError.
     */
    public static EventSlicer byTime(int steps) {
        Check.atLeast(steps, 1, "steps");
        return events -> toTheEnd(windows(events, steps, duration(events) / steps), events);
    }

    /** tonic, n_time_bins: windows [t0 + i*dt, t0 + (i+1)*dt) with dt = (t1-t0)//T; what lies after the last window is dropped. */
    public static EventSlicer byTimeTonic(int steps) {
        Check.atLeast(steps, 1, "steps");
        return events -> windows(events, steps, duration(events) / steps);
    }

    /** The fork of tonic used by He et al.: as {@link #byTimeTonic} with dt = t1//T, so a late start leaves the last windows empty. */
    public static EventSlicer byTimeTonicFork(int steps) {
        Check.atLeast(steps, 1, "steps");
        return events -> windows(events, steps, events.lastTime() / steps);
    }

    private static long duration(EventStream events) {
        return events.lastTime() - events.firstTime();
    }

    private static Slices equalNumbers(EventStream events, int steps) {
        int number = events.size() / steps;
        int[] start = new int[steps];
        int[] end = new int[steps];
        for (int i = 0; i < steps; i++) {
            start[i] = i * number;
            end[i] = start[i] + number;
        }
        return new Slices(start, end);
    }

    /** One after the other; each begins where the one before ends. */
    private static Slices windows(EventStream events, int count, long length) {
        int[] limits = new int[count + 1];
        for (int i = 1; i <= count; i++) {
            limits[i] = events.indexAt(events.firstTime() + i * length);
        }
        return new Slices(Arrays.copyOf(limits, count), Arrays.copyOfRange(limits, 1, count + 1));
    }

    private static Slices toTheEnd(Slices slices, EventStream events) {
        int[] end = slices.end();
        end[end.length - 1] = events.size();
        return new Slices(slices.start(), end);
    }
}
