package org.snn4j.data.encode;

import org.snn4j.data.event.EventStream;

/** Times of events as parts of a recording's duration. */
final class ScaledTime {
    private ScaledTime() {}

    /** {@code scale} (t - t0)/(t1 - t0), in [0, scale]; 0 for a recording without duration. */
    static double of(EventStream events, int event, double scale) {
        long duration = events.lastTime() - events.firstTime();
        return duration == 0 ? 0 : scale * (events.time(event) - events.firstTime()) / duration;
    }
}
