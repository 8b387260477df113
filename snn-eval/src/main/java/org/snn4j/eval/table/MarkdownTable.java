package org.snn4j.eval.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in GitHub's Markdown, its foot as a list. */
public final class MarkdownTable {
    private MarkdownTable() {}

    /** The table, the differences between its rows and its foot, without title. */
    public static String write(ResultTable table) {
        StringBuilder out = new StringBuilder();
        List<String> heads = new ArrayList<>(List.of("variant"));
        heads.addAll(table.heads());
        lines(heads, table.lines(" ± "), out);
        for (DifferenceTable differences : DifferenceTable.of(table.differences())) {
            out.append(escape(differences.title())).append(":\n\n");
            lines(differences.heads(), differences.texts(" ± "), out);
        }
        table.foot().forEach(text -> out.append("- ").append(escape(text)).append('\n'));
        return out.toString();
    }

    private static void lines(List<String> heads, List<List<String>> texts, StringBuilder out) {
        line(heads, out);
        List<String> rule = new ArrayList<>(List.of("---"));
        rule.addAll(Collections.nCopies(heads.size() - 1, "---:"));
        line(rule, out);
        texts.forEach(line -> line(line, out));
        out.append('\n');
    }

    private static void line(List<String> texts, StringBuilder out) {
        texts.forEach(text -> out.append("| ").append(escape(text)).append(' '));
        out.append("|\n");
    }

    /** Keeps a text from ending its cell or starting markup. */
    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("<", "&lt;")
                .replace("\n", " ");
    }
}
