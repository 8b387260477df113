package org.snn4j.eval.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Differences of several rows from one base in one column.
 *
 * @param title what stands above it
 * @param lines at least one
 */
record DifferenceTable(String title, List<Difference> lines) {
    DifferenceTable {
        lines = List.copyOf(lines);
    }

    /** One per base and column, in the order of the file. */
    static List<DifferenceTable> of(List<Difference> differences) {
        Map<String, List<Difference>> byTitle = new LinkedHashMap<>();
        for (Difference difference : differences) {
            String title = "Difference from " + difference.base() + " in "
                    + difference.column().header();
            byTitle.computeIfAbsent(title, key -> new ArrayList<>()).add(difference);
        }
        return byTitle.entrySet().stream()
                .map(entry -> new DifferenceTable(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Heads, the first above the rows' names. */
    List<String> heads() {
        List<String> heads = new ArrayList<>(List.of("variant"));
        heads.addAll(Difference.heads());
        return heads;
    }

    /** One list of texts per line, the row's name first. */
    List<List<String>> texts(String plusMinus) {
        return lines.stream()
                .map(line -> {
                    List<String> texts = new ArrayList<>(List.of(line.row()));
                    texts.addAll(line.texts(plusMinus));
                    return List.copyOf(texts);
                })
                .toList();
    }
}
