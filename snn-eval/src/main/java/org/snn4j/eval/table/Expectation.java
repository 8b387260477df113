package org.snn4j.eval.table;

import java.util.Optional;
import org.snn4j.core.Check;

/**
 * A number somebody else reported, to compare ours with.
 *
 * @param row variant
 * @param column name of the column
 * @param value in the column's unit
 * @param source where it stands, for instance {@code "He et al. 2024, table 1"}; never empty
 * @param tolerance how far ours may be from it, to either side, to count as close; at least 0, left out for 0
 */
public record Expectation(String row, String column, double value, String source, Optional<Double> tolerance) {
    public Expectation {
        Check.notBlank(row, "row");
        Check.notBlank(column, "column");
        Check.finite(value, "value");
        Check.notBlank(source, "source");
        tolerance.ifPresent(margin -> Check.atLeast(margin, 0, "tolerance"));
    }

    /** Largest difference that counts as close. */
    public double margin() {
        return tolerance.orElse(0.0);
    }
}
