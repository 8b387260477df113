package org.snn4j.eval.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snn4j.core.Suggestion;

/** Does the table of a file fit its variants? */
public final class TableChecks {
    private TableChecks() {}

    /**
     * Every problem, with its path.
     *
     * @param section key of the section, in front of every path
     */
    public static List<String> problems(String section, TableSettings table, List<String> variants) {
        List<String> problems = new ArrayList<>();
        expected(section + ".expected", table, variants, problems);
        compared(section + ".compare", table, variants, problems);
        table.reconstructions().keySet().forEach(row -> row(section + ".reconstructions", row, variants, problems));
        return problems;
    }

    private static void expected(String section, TableSettings table, List<String> variants, List<String> problems) {
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < table.expected().size(); i++) {
            Expectation expected = table.expected().get(i);
            String path = section + "[" + i + "]";
            row(path + ".row", expected.row(), variants, problems);
            column(path + ".column", expected.column(), table, problems);
            if (!seen.add(List.of(expected.row(), expected.column()))) {
                problems.add(path + ": row '" + expected.row() + "' has an expected " + expected.column() + " already");
            }
        }
    }

    private static void compared(String section, TableSettings table, List<String> variants, List<String> problems) {
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < table.compare().size(); i++) {
            Comparison comparison = table.compare().get(i);
            String path = section + "[" + i + "]";
            String column = comparison.column().orElse(table.columns().get(0));
            row(path + ".base", comparison.base(), variants, problems);
            column(path + ".column", column, table, problems);
            for (String row : comparison.rows()) {
                row(path + ".rows", row, variants, problems);
                if (!seen.add(List.of(row, comparison.base(), column))) {
                    problems.add(path + ".rows: '" + row + "' is compared with '" + comparison.base() + "' in " + column
                            + " already");
                }
            }
        }
    }

    private static void row(String path, String row, List<String> variants, List<String> problems) {
        if (!variants.contains(row)) {
            problems.add(path + ": no variant is called '" + row + "'" + Suggestion.known(row, variants));
        }
    }

    private static void column(String path, String column, TableSettings table, List<String> problems) {
        if (!table.columns().contains(column)) {
            problems.add(
                    path + ": '" + column + "' is no column of this table" + Suggestion.known(column, table.columns()));
        }
    }
}
