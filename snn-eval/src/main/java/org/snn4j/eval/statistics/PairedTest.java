package org.snn4j.eval.statistics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Do two variants differ, seed by seed? Both answers are two-sided.
 *
 * <p>The t test has power with the few seeds that training allows, but takes the differences for normally distributed. The test over sign flips asks the same of
 * the same mean without that assumption; its smallest possible value is 2 / 2<sup>n</sup>, so with five seeds it cannot fall below 0.0625. A test on ranks was decided
 * against: accuracies on a few dozen recordings tie too often.
 *
 * @param differences one per seed that both variants have
 */
public record PairedTest(Sample differences) {
    /** Most differences whose signs are all tried: a million patterns. */
    public static final int MOST_FLIPS = 20;

    /** Sums that differ by less than this share of the largest are equal but for rounding. */
    private static final double ROUNDING = 1e-9;

    /**
     * Pairs by position.
     *
     * @throws IllegalArgumentException if the lists differ in length
     */
    public static PairedTest of(List<Double> values, List<Double> base) {
        if (values.size() != base.size()) {
            throw new IllegalArgumentException(
                    "values are " + values.size() + ", must be as many as those of the base, " + base.size());
        }
        return new PairedTest(new Sample(IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) - base.get(i))
                .toList()));
    }

    /**
     * Probability of a mean at least this far from 0 if there were no difference, by the paired t test: t = mean √n / s with n - 1 degrees of freedom.
     * Empty for fewer than two differences, and if all are equal but not 0: then there is no deviation to measure the mean by. 1 if all are 0.
     */
    public OptionalDouble student() {
        if (differences.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = differences.mean().orElseThrow();
        double deviation = differences.deviation().orElseThrow();
        if (deviation == 0) {
            return mean == 0 ? OptionalDouble.of(1) : OptionalDouble.empty();
        }
        double t = Math.abs(mean) * Math.sqrt(differences.size()) / deviation;
        double tail = TDistribution.of(differences.size() - 1.0).survivalProbability(t);
        return OptionalDouble.of(Math.min(1, 2 * tail));
    }

    /**
     * Share of all 2<sup>n</sup> ways to sign the differences whose mean is at least as far from 0 as the observed one. Empty for fewer than two differences and
     * for more than {@value #MOST_FLIPS}.
     */
    public OptionalDouble signFlips() {
        int n = differences.size();
        if (n < 2 || n > MOST_FLIPS) {
            return OptionalDouble.empty();
        }
        double[] values =
                differences.values().stream().mapToDouble(Double::doubleValue).toArray();
        double observed = 0;
        double largest = 0;
        for (double value : values) {
            observed += value;
            largest += Math.abs(value);
        }
        double bound = Math.abs(observed) - ROUNDING * largest;
        // Turning all signs changes no distance from 0, so the first one may stay.
        return OptionalDouble.of(reaching(values, 1, values[0], bound) / (double) (1L << (n - 1)));
    }

    private static long reaching(double[] values, int next, double sum, double bound) {
        if (next == values.length) {
            return Math.abs(sum) >= bound ? 1 : 0;
        }
        return reaching(values, next + 1, sum + values[next], bound)
                + reaching(values, next + 1, sum - values[next], bound);
    }
}
