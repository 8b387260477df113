package org.snn4j.data.layout;

/**
 * A stretch of time of a file.
 *
 * @param from first microsecond
 * @param to first microsecond after it, greater than {@code from}
 */
public record Span(long from, long to) {
    public Span {
        if (to <= from) {
            throw new IllegalArgumentException("span is from " + from + " to " + to + " us, must end after it begins");
        }
    }
}
