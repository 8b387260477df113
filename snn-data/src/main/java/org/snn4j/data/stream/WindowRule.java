package org.snn4j.data.stream;

import org.snn4j.core.Check;

/**
 * How a recording whose end is not known is cut into windows. Every event is in exactly one window, unless the rest is dropped.
 *
 * @param length of a window: microseconds or events
 * @param unit what the length counts
 * @param rest what happens to windows that have fewer events than others: see {@link #skippingEmpty} and {@link #droppingRest}
 */
public record WindowRule(long length, Unit unit, Rest rest) {
    /** What the length of a window counts. */
    public enum Unit {
        /** Microseconds from the first event on. */
        MICROSECONDS,
        /** Events. */
        EVENTS
    }

    /** What happens to an empty window, or to a last window that has not its number of events. */
    public enum Rest {
        /** It is a window like any other. */
        KEPT,
        /** It is left out; windows keep their numbers. */
        DROPPED
    }

    public WindowRule {
        Check.notNull(unit, "unit");
        Check.notNull(rest, "rest");
        if (length < 1 || unit == Unit.EVENTS && length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("length of a window is " + length + ", must be at least 1"
                    + (unit == Unit.EVENTS ? " and at most " + Integer.MAX_VALUE + " events" : ""));
        }
    }

    /**
     * Windows [t0 + i*length, t0 + (i+1)*length), t0 the time of the first event; the last is the one with the last event.
     *
     * @param microseconds length, at least 1
     */
    public static WindowRule byTime(long microseconds) {
        return new WindowRule(microseconds, Unit.MICROSECONDS, Rest.KEPT);
    }

    /**
     * Windows of a number of events; the last has what is left.
     *
     * @param events number, at least 1
     */
    public static WindowRule byNumber(int events) {
        return new WindowRule(events, Unit.EVENTS, Rest.KEPT);
    }

    /** The same without windows in which nothing happened: a damaged time may be centuries later than the one before it. */
    public WindowRule skippingEmpty() {
        return new WindowRule(length, unit, Rest.DROPPED);
    }

    /** The same without a last window of fewer events. */
    public WindowRule droppingRest() {
        return new WindowRule(length, unit, Rest.DROPPED);
    }
}
