package org.snn4j.eval.table;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Section {@code table} of an experiment file.
 *
 * @param rows what the rows are
 * @param columns names of columns, see {@link Column}; at least one, none twice
 * @param expected values to compare with
 * @param compare rows to test against others, seed by seed
 * @param reconstructions rows that are not what their source describes, with what is ours in them; rows made of components that are known as
 *     reconstructions are marked without being named here
 */
public record TableSettings(
        Rows rows,
        List<String> columns,
        List<Expectation> expected,
        List<Comparison> compare,
        Map<String, String> reconstructions) {
    public static final TableSettings DEFAULTS = new TableSettings(
            Rows.VARIANTS,
            List.of("accuracy", "spike-rate", "images-seen", "recordings", "seconds"),
            List.of(),
            List.of(),
            Map.of());

    /** What the rows of a table are. */
    public enum Rows {
        /** One row per variant of the experiment. */
        VARIANTS
    }

    public TableSettings {
        columns = List.copyOf(columns);
        expected = List.copyOf(expected);
        compare = List.copyOf(compare);
        reconstructions = Collections.unmodifiableMap(new LinkedHashMap<>(reconstructions));
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
