package org.snn4j.eval.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snn4j.eval.statistics.Interval;
import org.snn4j.eval.statistics.Sample;

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
        return sample().mean();
    }

    /** Sample standard deviation, with n - 1; empty for fewer than two runs. */
    public OptionalDouble deviation() {
        return sample().deviation();
    }

    /** 95 % interval of the mean by Student's t, within what the quantity can be; empty for fewer than two runs. */
    public Optional<Interval> interval() {
        return sample().interval().map(column::possible);
    }

    private Sample sample() {
        return new Sample(values);
    }

    /** Comparison with the expected value; empty if there is none, or if all that is expected is unknown. */
    public Optional<Verdict> verdict() {
        if (expected.isPresent() && !complete()) {
            return Optional.of(Verdict.NOT_RUN);
        }
        return expected.flatMap(
                e -> e.value().map(value -> Verdict.of(column, mean().orElseThrow(), value, e.margin())));
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

    /** The interval, {@code [88.26, 95.74]}; empty if there is none. */
    String intervalText() {
        return interval()
                .map(i -> CellTexts.interval(column.format(i.low()), column.format(i.high())))
                .orElse("");
    }
}
