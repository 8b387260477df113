package org.snn4j.data.event;

/** A rule that divides a recording into time steps. */
@FunctionalInterface
public interface EventSlicer {
    /** The slices of a recording, in order of time. The recording must not be empty. */
    Slices slice(EventStream events);
}
