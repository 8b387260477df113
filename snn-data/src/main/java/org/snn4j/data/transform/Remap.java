package org.snn4j.data.transform;

import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Size;

/** Moves events to other pixels. */
final class Remap {
    private static final int GONE = -1;

    private Remap() {}

    /** Where an event at column x and row y goes: {@link #within}. */
    @FunctionalInterface
    interface Place {
        long of(int x, int y);
    }

    /** A pixel of the new sensor. */
    static long at(int x, int y) {
        return (long) y << Integer.SIZE | x;
    }

    /** A pixel of the new sensor, or gone if it lies outside. */
    static long within(Size sensor, long x, long y) {
        boolean inside = x >= 0 && x < sensor.width() && y >= 0 && y < sensor.height();
        return inside ? at((int) x, (int) y) : GONE;
    }

    /** Moves every event; times and polarities stay. */
    static EventStream apply(EventStream events, Size sensor, Place place) {
        EventColumns columns = new EventColumns(events.size());
        for (int i = 0; i < events.size(); i++) {
            long to = place.of(events.x(i), events.y(i));
            if (to != GONE) {
                columns.add((int) to, (int) (to >>> Integer.SIZE), events.polarity(i), events.time(i));
            }
        }
        return columns.toStream(sensor.width(), sensor.height());
    }

    /** The sensor of a recording. */
    static Size sensor(EventStream events) {
        return new Size(events.height(), events.width());
    }
}
