package org.snn4j.eval.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snn4j.core.Check;

/**
 * Rows to test against one of them, seed by seed.
 *
 * @param base variant the others are compared with
 * @param rows variants; at least one, none twice, none the base
 * @param column what is compared; left out for the first column of the table
 */
public record Comparison(String base, List<String> rows, Optional<String> column) {
    public Comparison {
        Check.notBlank(base, "base");
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows is empty, must name at least one variant");
        }
        Set<String> seen = new HashSet<>();
        for (String row : rows) {
            if (row.equals(base)) {
                throw new IllegalArgumentException("rows has '" + row + "', which is the base");
            }
            if (!seen.add(row)) {
                throw new IllegalArgumentException("rows has '" + row + "' twice");
            }
        }
    }
}
