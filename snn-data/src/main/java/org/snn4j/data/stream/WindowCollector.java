package org.snn4j.data.stream;

import org.snn4j.data.event.EventColumns;

/** Collects the events of one window after the other. */
interface WindowCollector<T> {
    /** Takes some events of the window. */
    void take(EventColumns events, int from, int count);

    /** What was collected; the next window begins empty. */
    T end(Window window);
}
