package org.snn4j.data.stream;

/**
 * A window of a recording.
 *
 * @param number its number, from 0
 * @param start where it begins, microseconds: for windows by number the time of the first event
 * @param end where it ends, microseconds: for windows by time the first moment that does not belong to it, for windows by number the time of the last event
 * @param events number of events in it
 */
public record Window(long number, long start, long end, long events) {}
