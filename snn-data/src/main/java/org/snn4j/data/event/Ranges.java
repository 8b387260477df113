package org.snn4j.data.event;

import java.util.stream.IntStream;

/** Collects slices when their number is not known beforehand. */
final class Ranges {
    private final IntStream.Builder start = IntStream.builder();
    private final IntStream.Builder end = IntStream.builder();

    void add(int from, int to) {
        start.add(from);
        end.add(to);
    }

    Slices toSlices() {
        return new Slices(start.build().toArray(), end.build().toArray());
    }
}
