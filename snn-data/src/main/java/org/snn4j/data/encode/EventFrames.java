package org.snn4j.data.encode;

import java.util.Arrays;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.Slices;

/** Event frames [T, 2, H, W] of the sensor's own size from slices of a recording, in row-major order; T is the number of slices. */
public final class EventFrames {
    /** Channels of an event frame: 0 = OFF, 1 = ON. */
    public static final int POLARITIES = 2;

    private EventFrames() {}

    /** Sets the frames from {@code offset} on to the number of events per pixel, polarity and slice. */
    public static void count(EventStream events, Slices slices, float[] target, int offset) {
        int plane = clear(events, slices, target, offset);
        for (int slice = 0; slice < slices.count(); slice++) {
            int frame = offset + slice * POLARITIES * plane;
            int end = slices.end(slice);
            for (int i = slices.start(slice); i < end; i++) {
                target[frame + place(events, i, plane)]++;
            }
        }
    }

    /** Sets the frames from {@code offset} on to 1 where a slice has at least one event of that polarity, else to 0. */
    public static void mark(EventStream events, Slices slices, float[] target, int offset) {
        int plane = clear(events, slices, target, offset);
        for (int slice = 0; slice < slices.count(); slice++) {
            int frame = offset + slice * POLARITIES * plane;
            int end = slices.end(slice);
            for (int i = slices.start(slice); i < end; i++) {
                target[frame + place(events, i, plane)] = 1;
            }
        }
    }

    /** Index in a frame; a mask picks the channel, since polarity is 0 or 1. */
    private static int place(EventStream events, int event, int plane) {
        return (-events.polarity(event) & plane) + events.y(event) * events.width() + events.x(event);
    }

    private static int clear(EventStream events, Slices slices, float[] target, int offset) {
        int plane = events.width() * events.height();
        Arrays.fill(target, offset, offset + slices.count() * POLARITIES * plane, 0);
        return plane;
    }

    /** @throws IllegalArgumentException if there are no events */
    static void requireEvents(EventStream events) {
        if (events.size() == 0) {
            throw new IllegalArgumentException("recording has 0 events, must have at least 1");
        }
    }
}
