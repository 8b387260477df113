package org.snn4j.eval.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Section {@code table} of an experiment file.
 *
 * @param rows what the rows are
 * @param columns names of columns, see {@link Column}; at least one, none twice
 * @param expected values to compare with
 */
public record TableSettings(Rows rows, List<String> columns, List<Expectation> expected) {
    public static final TableSettings DEFAULTS = new TableSettings(
            Rows.VARIANTS, List.of("accuracy", "spike-rate", "images-seen", "recordings", "seconds"), List.of());

    /** What the rows of a table are. */
    public enum Rows {
        /** One row per variant of the experiment. */
        VARIANTS
    }

    public TableSettings {
        columns = List.copyOf(columns);
        expected = List.copyOf(expected);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("columns is empty, must name at least one of " + Column.names());
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (Column.named(column).isEmpty()) {
                throw new IllegalArgumentException("columns has '" + column + "', must be of " + Column.names());
            }
            if (!seen.add(column)) {
                throw new IllegalArgumentException("columns has '" + column + "' twice");
            }
        }
    }
}
