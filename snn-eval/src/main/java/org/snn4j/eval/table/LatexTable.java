package org.snn4j.eval.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table in LaTeX for the package booktabs, its foot in the caption. */
public final class LatexTable {
    private static final Map<Character, String> ESCAPES = Map.ofEntries(
            Map.entry('\\', "\\textbackslash{}"),
            Map.entry('&', "\\&"),
            Map.entry('%', "\\%"),
            Map.entry('$', "\\$"),
            Map.entry('#', "\\#"),
            Map.entry('_', "\\_"),
            Map.entry('{', "\\{"),
            Map.entry('}', "\\}"),
            Map.entry('~', "\\textasciitilde{}"),
            Map.entry('^', "\\textasciicircum{}"),
            Map.entry('±', "$\\pm$"),
            Map.entry('<', "\\textless{}"),
            Map.entry('>', "\\textgreater{}"));

    private LatexTable() {}

    /** A complete {@code table} environment. */
    public static String write(ResultTable table) {
        List<String> heads = new ArrayList<>(List.of("variant"));
        heads.addAll(table.heads());
        StringBuilder out = new StringBuilder("% needs \\usepackage{booktabs}\n\\begin{table}\n  \\centering\n");
        tabular(heads, table.lines(" ± "), out);
        for (DifferenceTable differences : DifferenceTable.of(table.differences())) {
            out.append("\n  \\medskip\n  ").append(escape(differences.title())).append("\n\n");
            tabular(differences.heads(), differences.texts(" ± "), out);
        }
        String simulated = table.simulated() ? " (SIMULATED data)" : "";
        out.append("  \\caption{")
                .append(escape(table.plan().title() + simulated))
                .append(".\n");
        table.foot()
                .forEach(
                        text -> out.append("    ").append(escape(capital(text))).append(".\n"));
        return out.append("  }\n\\end{table}\n").toString();
    }

    private static void tabular(List<String> heads, List<List<String>> lines, StringBuilder out) {
        out.append("  \\begin{tabular}{l").append("r".repeat(heads.size() - 1)).append("}\n    \\toprule\n");
        line(heads, out);
        out.append("    \\midrule\n");
        lines.forEach(texts -> line(texts, out));
        out.append("    \\bottomrule\n  \\end{tabular}\n");
    }

    private static void line(List<String> texts, StringBuilder out) {
        out.append("    ")
                .append(texts.stream().map(LatexTable::escape).collect(Collectors.joining(" & ")))
                .append(" \\\\\n");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String escape(String text) {
        return text.chars()
                .mapToObj(c -> ESCAPES.getOrDefault((char) c, String.valueOf((char) c)))
                .collect(Collectors.joining());
    }
}
