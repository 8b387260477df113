package org.snn4j.eval.table;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.snn4j.eval.statistics.Interval;
import org.snn4j.eval.statistics.PairedTest;
import org.snn4j.eval.statistics.Sample;

/**
 * One row less another over the seeds that both have.
 *
 * @param row variant
 * @param base variant it is compared with
 * @param column what is compared
 * @param test the differences, in the order of the seeds
 * @param wanted seeds there should be
 * @param corrected p-value of the paired t test after Holm's correction for all tests of the table; empty if there is none
 */
public record Difference(
        String row, String base, Column column, PairedTest test, int wanted, OptionalDouble corrected) {
    private static final double SMALLEST = 1e-4;

    /** The differences. */
    public Sample sample() {
        return test.differences();
    }

    /** Heads above {@link #texts}. */
    static List<String> heads() {
        return List.of("difference", CellTexts.INTERVAL, "n", "p", "p (Holm)", "p (flips)");
    }

    /** Mean ± deviation, interval, pairs and p-values. */
    List<String> texts(String plusMinus) {
        String mean = sample().mean().stream()
                .mapToObj(value -> signed(value)
                        + sample().deviation().stream()
                                .mapToObj(deviation -> plusMinus + column.format(deviation))
                                .findFirst()
                                .orElse(""))
                .findFirst()
                .orElse("-");
        String pairs = sample().size() == wanted ? String.valueOf(wanted) : sample().size() + "/" + wanted;
        return List.of(
                mean,
                sample().interval().map(this::text).orElse("-"),
                pairs,
                probability(test.student()),
                probability(corrected),
                probability(test.signFlips()));
    }

    private String text(Interval interval) {
        return CellTexts.interval(signed(interval.low()), signed(interval.high()));
    }

    private String signed(double value) {
        String text = column.format(value);
        return value > 0 ? "+" + text : text;
    }

    private static String probability(OptionalDouble p) {
        if (p.isEmpty()) {
            return "-";
        }
        return p.getAsDouble() < SMALLEST ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p.getAsDouble());
    }
}
