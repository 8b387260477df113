package org.snn4j.eval.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.snn4j.core.Check;

/**
 * Independent values of one quantity, for instance the accuracies of one variant's seeds.
 *
 * @param values finite numbers; may be empty
 */
public record Sample(List<Double> values) {
    /** Confidence of {@link #interval}. */
    public static final double CONFIDENCE = 0.95;

    /** Deviations below this share of the largest value are rounding. */
    private static final double ROUNDING = 1e-12;

    public Sample {
        values = List.copyOf(values);
        values.forEach(value -> Check.finite(value, "value of a sample"));
    }

    /** How many. */
    public int size() {
        return values.size();
    }

    /** Mean; empty without values. */
    public OptionalDouble mean() {
        return values.stream().mapToDouble(Double::doubleValue).average();
    }

    /** Sample standard deviation, with n - 1; empty for fewer than two values, exactly 0 if they differ by rounding only. */
    public OptionalDouble deviation() {
        if (values.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean().orElseThrow();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double largest = values.stream().mapToDouble(Math::abs).max().orElseThrow();
        double deviation = Math.sqrt(squares / (values.size() - 1));
        return OptionalDouble.of(deviation <= ROUNDING * largest ? 0 : deviation);
    }

    /**
     * Range of the mean with confidence {@value #CONFIDENCE}: mean ± t s / √n, where t is the 97.5 % point of Student's distribution with n - 1 degrees
     * of freedom. It takes the values for normally distributed. Empty for fewer than two values.
     */
    public Optional<Interval> interval() {
        if (values.size() < 2) {
            return Optional.empty();
        }
        double mean = mean().orElseThrow();
        double t = TDistribution.of(values.size() - 1.0).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
        double half = t * deviation().orElseThrow() / Math.sqrt(values.size());
        return Optional.of(new Interval(mean - half, mean + half));
    }
}
