package org.snn4j.eval.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table for a terminal: never wider than {@value #WIDTH} characters; columns that do not fit follow in a block of their own. */
public final class TerminalTable {
    /** Widest line. */
    public static final int WIDTH = 80;

    private static final int NAME_WIDTH = 28;
    private static final String GAP = "  ";

    private TerminalTable() {}

    /** The table as lines, each ended by a line feed. */
    public static String write(ResultTable table) {
        StringBuilder out = new StringBuilder();
        wrap(table.plan().title() + (table.simulated() ? " (SIMULATED data)" : ""), "")
                .forEach(line -> out.append(line).append('\n'));
        List<String> heads = new ArrayList<>(List.of("variant"));
        heads.addAll(table.heads());
        blocks(columns(heads, table.lines(" ± ")), out);
        for (DifferenceTable differences : DifferenceTable.of(table.differences())) {
            out.append('\n');
            wrap(differences.title(), "").forEach(line -> out.append(line).append('\n'));
            blocks(columns(differences.heads(), differences.texts(" ± ")), out);
        }
        out.append('\n');
        table.foot().forEach(line -> wrap(line, GAP)
                .forEach(part -> out.append(part).append('\n')));
        return out.toString();
    }

    private static void blocks(List<List<String>> columns, StringBuilder out) {
        int first = 1;
        while (first < columns.size()) {
            int next = blockEnd(columns, first);
            out.append('\n');
            block(columns, first, next, out);
            first = next;
        }
    }

    /** All texts by column, the head first; column 0 holds the names, broken to {@value #NAME_WIDTH} characters by line feeds. */
    private static List<List<String>> columns(List<String> heads, List<List<String>> lines) {
        List<List<String>> columns = new ArrayList<>();
        for (int c = 0; c < heads.size(); c++) {
            List<String> texts = new ArrayList<>(List.of(heads.get(c)));
            for (List<String> line : lines) {
                texts.add(c == 0 ? String.join("\n", pieces(line.get(0), NAME_WIDTH, "")) : line.get(c));
            }
            columns.add(texts);
        }
        return columns;
    }

    private static int blockEnd(List<List<String>> columns, int first) {
        int used = width(columns.get(0));
        int end = first;
        while (end < columns.size() && (end == first || used + GAP.length() + width(columns.get(end)) <= WIDTH)) {
            used += GAP.length() + width(columns.get(end));
            end++;
        }
        return end;
    }

    private static void block(List<List<String>> columns, int first, int end, StringBuilder out) {
        int rule = IntStream.range(first, end)
                        .map(c -> GAP.length() + width(columns.get(c)))
                        .sum()
                + width(columns.get(0));
        for (int r = 0; r < columns.get(0).size(); r++) {
            String[] names = columns.get(0).get(r).split("\n");
            for (int line = 0; line < names.length; line++) {
                StringBuilder text = new StringBuilder(pad(names[line], width(columns.get(0)), false));
                for (int c = first; c < end && line == 0; c++) {
                    text.append(GAP).append(pad(columns.get(c).get(r), width(columns.get(c)), true));
                }
                out.append(text.toString().stripTrailing()).append('\n');
            }
            if (r == 0) {
                out.append("-".repeat(rule)).append('\n');
            }
        }
    }

    private static int width(List<String> column) {
        return column.stream()
                .flatMap(String::lines)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String pad(String text, int width, boolean right) {
        String space = " ".repeat(width - text.length());
        return right ? space + text : text + space;
    }

    private static List<String> wrap(String line, String indent) {
        return pieces(line, WIDTH, indent);
    }

    /** Breaks at spaces, or inside a word longer than a line. */
    private static List<String> pieces(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int cut = space > indent.length() ? space : width;
            lines.add(rest.substring(0, cut));
            rest = indent + rest.substring(cut).strip();
        }
        lines.add(rest);
        return lines;
    }
}
