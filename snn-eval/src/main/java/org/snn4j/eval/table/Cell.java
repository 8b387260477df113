package org.snn4j.eval.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Mean and spread over seeds of one column for one variant.
 *
 * @param column the column
 * @param values one per run that counts, in the order of the seeds
 * @param wanted runs there should be
 * @param expected what to compare with, if anything
 */
public record Cell(Column column, List<Double> values, int wanted, Optional<Expectation> expected) {
    public Cell {
        values = List.copyOf(values);
        if (values.size() > wanted) {
            throw new IllegalArgumentException("there are " + values.size() + " runs, only " + wanted + " were wanted");
        }
    }

    /** Runs that count. */
    public int runs() {
        return values.size();
    }

    /** True if every wanted run counts. */
    public boolean complete() {
        return values.size() == wanted;
    }

    /** Mean; empty without runs. */
    public OptionalDouble mean() {
        return values.stream().mapToDouble(Double::doubleValue).average();
    }

    /** Sample standard deviation, with n - 1; empty for fewer than two runs. */
    public OptionalDouble deviation() {
        if (values.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean().orElseThrow();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return OptionalDouble.of(Math.sqrt(squares / (values.size() - 1)));
    }

    /** Comparison with the expected value; empty if there is none. */
    public Optional<Verdict> verdict() {
        return expected.map(e -> complete() ? Verdict.of(column, mean().orElseThrow(), e) : Verdict.NOT_RUN);
    }

    /** Mean, deviation if there is one, and how many of the wanted runs if not all: {@code 92.64 ± 0.51 (2/5)}; {@code -} without runs. */
    public String text(String plusMinus) {
        String missing = complete() ? "" : " (" + runs() + "/" + wanted + ")";
        if (values.isEmpty()) {
            return "-" + missing;
        }
        String mean = column.format(mean().orElseThrow());
        String spread = deviation().stream()
                .filter(value -> value > 0 || column.showsZeroSpread())
                .mapToObj(value -> plusMinus + column.format(value))
                .findFirst()
                .orElse("");
        return mean + spread + missing;
    }
}
