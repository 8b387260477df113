package org.snn4j.eval.table;

import java.util.Optional;
import org.snn4j.core.Check;

/**
 * A number somebody else reported, to compare ours with; or the statement that this number is unknown.
 *
 * @param row variant
 * @param column name of the column
 * @param value in the column's unit; left out exactly if the evidence is none
 * @param source where it stands, for instance {@code "He et al. 2024, table 1"}; never empty
 * @param evidence how it is known
 * @param tolerance how far ours may be from it, to either side, to count as close; at least 0, left out for 0
 */
public record Expectation(
        String row,
        String column,
        Optional<Double> value,
        String source,
        Evidence evidence,
        Optional<Double> tolerance) {
    /** What stands for a number that is not known. */
    public static final String UNKNOWN = "unknown";

    public Expectation {
        Check.notBlank(row, "row");
        Check.notBlank(column, "column");
        Check.notBlank(source, "source");
        Check.notNull(evidence, "evidence");
        value.ifPresent(number -> Check.finite(number, "value"));
        if (value.isPresent() && !evidence.backsNumber()) {
            throw new IllegalArgumentException("value is " + value.get() + ", must be left out with evidence "
                    + evidence.tag() + ": what nobody here has read may not be printed as a fact");
        }
        if (value.isEmpty() && evidence.backsNumber()) {
            throw new IllegalArgumentException("value is left out, must be given with evidence " + evidence.tag()
                    + "; evidence u says that it is unknown");
        }
        tolerance.ifPresent(margin -> Check.atLeast(margin, 0, "tolerance"));
    }

    /** Largest difference that counts as close. */
    public double margin() {
        return tolerance.orElse(0.0);
    }

    /** The number with its evidence, {@code 92.64 [V]}, or {@value #UNKNOWN}. */
    String text(Column of) {
        return value.map(number -> of.format(number) + " [" + evidence.tag() + "]")
                .orElse(UNKNOWN);
    }
}
