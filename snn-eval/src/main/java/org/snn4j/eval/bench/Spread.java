package org.snn4j.eval.bench;

import java.util.List;
import org.snn4j.core.Check;

/**
 * Some times in milliseconds.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param least the least
 * @param most the most
 */
public record Spread(double median, double least, double most) {
    private static final double NANOSECONDS = 1e6;

    /** Of at least one time in nanoseconds. */
    static Spread of(List<Long> nanoseconds) {
        Check.atLeast(nanoseconds.size(), 1, "number of times");
        long[] sorted = nanoseconds.stream().mapToLong(Long::longValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
        return new Spread(median / NANOSECONDS, sorted[0] / NANOSECONDS, sorted[sorted.length - 1] / NANOSECONDS);
    }
}
