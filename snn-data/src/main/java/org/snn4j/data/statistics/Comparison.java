package org.snn4j.data.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two sets of recordings side by side.
 *
 * @param rows one per quantity, in their order
 */
public record Comparison(List<Row> rows) {
    /**
     * One quantity.
     *
     * @param quantity what is compared
     * @param real mean over the reference, for example real recordings
     * @param realDeviation standard deviation over the reference
     * @param other mean over the other set
     * @param otherDeviation standard deviation over the other set
     * @param distance Wasserstein distance of the distributions in standard deviations of the reference
     * @param kolmogorovSmirnov largest difference of the cumulative distributions
     */
    public record Row(
            Quantity quantity,
            double real,
            double realDeviation,
            double other,
            double otherDeviation,
            double distance,
            double kolmogorovSmirnov) {}

    /** Distance counted for a quantity of which one of the sets has no value. */
    private static final double NO_VALUES = 10;

    public Comparison {
        rows = List.copyOf(rows);
    }

    /** @param reference the set in whose standard deviations distances are counted */
    public static Comparison of(EventStatistics reference, EventStatistics other) {
        List<Row> rows = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            Distribution a = reference.distribution(quantity);
            Distribution b = other.distribution(quantity);
            double unit = a.deviation() > 0 ? a.deviation() : 1;
            double distance = a.size() == 0 || b.size() == 0 ? NO_VALUES : a.wasserstein(b) / unit;
            rows.add(new Row(
                    quantity, a.mean(), a.deviation(), b.mean(), b.deviation(), distance, a.kolmogorovSmirnov(b)));
        }
        return new Comparison(rows);
    }

    /** Mean Wasserstein distance over the quantities, in standard deviations of the reference. */
    public double distance() {
        return rows.stream().mapToDouble(Row::distance).average().orElseThrow();
    }

    /** Row of a quantity. */
    public Row row(Quantity quantity) {
        return rows.get(quantity.ordinal());
    }

    /** A table in Markdown. */
    public String markdown(String reference, String other) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "| quantity | unit | %s: mean ± sd | %s: mean ± sd | Wasserstein / sd | KS |%n| --- | --- | ---: | ---: | ---: | ---: |%n",
                reference,
                other));
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.4g ± %.3g | %.4g ± %.3g | %.3f | %.3f |%n",
                    row.quantity().title(),
                    row.quantity().unit(),
                    row.real(),
                    row.realDeviation(),
                    row.other(),
                    row.otherDeviation(),
                    row.distance(),
                    row.kolmogorovSmirnov()));
        }
        return text.toString();
    }
}
