package org.snn4j.data.transform;

import java.util.random.RandomGenerator;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Size;

/** A change of a recording. Immutable and safe for several threads. */
public interface EventTransform {
    /**
     * The changed recording; it may have lost all its events.
     *
     * @param events recording with at least one event, not changed
     * @param random source of the draws; not touched unless {@link #random}
     * @throws IllegalArgumentException if the recording does not fit this change
     */
    EventStream apply(EventStream events, RandomGenerator random);

    /** Sensor of the changed recording for a recording of this sensor. */
    default Size sensor(Size sensor) {
        return sensor;
    }

    /** True if the result depends on draws; otherwise the same recording always gives the same. */
    boolean random();
}
