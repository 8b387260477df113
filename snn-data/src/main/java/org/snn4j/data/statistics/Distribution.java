package org.snn4j.data.statistics;

import java.util.Arrays;
import org.snn4j.core.Check;

/** A sample of a real quantity, sorted; immutable. */
public final class Distribution {
    private final double[] sorted;

    private Distribution(double[] sorted) {
        this.sorted = sorted;
    }

    /** @param values finite, in any order, copied */
    public static Distribution of(double... values) {
        double[] sorted = values.clone();
        for (double value : sorted) {
            Check.finite(value, "value");
        }
        Arrays.sort(sorted);
        return new Distribution(sorted);
    }

    /** Number of values. */
    public int size() {
        return sorted.length;
    }

    /** The value of a rank, from 0. */
    public double value(int rank) {
        return sorted[rank];
    }

    /** Arithmetic mean; NaN without values. */
    public double mean() {
        return Arrays.stream(sorted).sum() / sorted.length;
    }

    /** Standard deviation of the values (divided by their number); NaN without values. */
    public double deviation() {
        double mean = mean();
        return Math.sqrt(Arrays.stream(sorted)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / sorted.length);
    }

    /** The value below which a part of the values lies, interpolated between ranks; NaN without values. */
    public double quantile(double part) {
        Check.inRange(part, 0, 1, "part");
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double rank = part * (sorted.length - 1);
        int low = (int) rank;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (rank - low) * (sorted[high] - sorted[low]);
    }

    /**
     * Distance of Kolmogorov and Smirnov: the largest difference of the two cumulative distributions, in [0, 1]; 1 if one of them has no values, 0 if
     * neither has.
     */
    public double kolmogorovSmirnov(Distribution other) {
        if (sorted.length == 0 || other.sorted.length == 0) {
            return sorted.length == other.sorted.length ? 0 : 1;
        }
        double[] a = sorted;
        double[] b = other.sorted;
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            largest = Math.max(largest, Math.abs(i / (double) a.length - j / (double) b.length));
        }
        return largest;
    }

    /**
     * Distance of Wasserstein of order 1: the area between the two cumulative distributions, in the unit of the values.
     *
     * @throws IllegalArgumentException if one of them has no values
     */
    public double wasserstein(Distribution other) {
        if (sorted.length == 0 || other.sorted.length == 0) {
            throw new IllegalArgumentException("a distribution has no values, must have at least 1");
        }
        double[] a = sorted;
        double[] b = other.sorted;
        double area = 0;
        int i = 0;
        int j = 0;
        double before = Math.min(a[0], b[0]);
        while (i < a.length || j < b.length) {
            double value = j == b.length || i < a.length && a[i] <= b[j] ? a[i] : b[j];
            area += Math.abs(i / (double) a.length - j / (double) b.length) * (value - before);
            before = value;
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
        }
        return area;
    }
}
