package org.snn4j.data.event;

/**
 * Index ranges of a stream: slice i holds the events from {@code start[i]} to {@code end[i]} (exclusive); ranges may be empty or overlap.
 *
 * @param start first event of each slice
 * @param end event after the last of each slice, not below its start
 */
public record Slices(int[] start, int[] end) {
    public Slices {
        if (start.length != end.length) {
            throw new IllegalArgumentException(
                    "start has " + start.length + " entries and end " + end.length + ", must be equal");
        }
        start = start.clone();
        end = end.clone();
        for (int i = 0; i < start.length; i++) {
            if (start[i] < 0 || end[i] < start[i]) {
                throw new IllegalArgumentException("slice " + i + " is [" + start[i] + ", " + end[i]
                        + "), must be [start, end) with 0 <= start <= end");
            }
        }
    }

    /** A copy of the first events. */
    @Override
    public int[] start() {
        return start.clone();
    }

    /** A copy of the ends. */
    @Override
    public int[] end() {
        return end.clone();
    }

    /** First event of a slice. */
    public int start(int slice) {
        return start[slice];
    }

    /** Event after the last of a slice. */
    public int end(int slice) {
        return end[slice];
    }

    /** Number of slices. */
    public int count() {
        return start.length;
    }
}
