package org.snn4j.eval.table;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.snn4j.eval.run.Provenance;

/** A table as comma-separated values in full precision: one line per cell, with all that is known about it. */
public final class CsvTable {
    private static final List<String> HEADS = List.of(
            "experiment",
            "variant",
            "column",
            "unit",
            "mean",
            "sample standard deviation",
            "runs",
            "runs wanted",
            "samples per run",
            "expected",
            "tolerance",
            "source",
            "verdict",
            "protocol",
            "data",
            "simulated",
            "revision");

    private CsvTable() {}

    /** The header and one line per cell, each ended by a line feed; below them what is to be doubted, as comments that begin with {@code #}. */
    public static String write(ResultTable table) {
        StringBuilder out = new StringBuilder();
        line(HEADS, out);
        for (ResultTable.Row row : table.rows()) {
            row.cells().forEach(cell -> line(fields(table, row.name(), cell), out));
        }
        Doubts.lines(table.runs()).forEach(text -> out.append("# ").append(text).append('\n'));
        return out.toString();
    }

    private static List<String> fields(ResultTable table, String row, Cell cell) {
        List<Provenance> provenances = table.runs().stream()
                .filter(run -> run.key().variant().equals(row))
                .flatMap(run -> run.provenance().stream())
                .toList();
        String samples = table.runs().stream()
                .filter(run -> run.key().variant().equals(row))
                .flatMap(run -> run.result().stream())
                .map(cell.column()::samples)
                .filter(OptionalLong::isPresent)
                .map(n -> String.valueOf(n.getAsLong()))
                .distinct()
                .collect(Collectors.joining("/"));
        return List.of(
                table.plan().experiment(),
                row,
                cell.column().name(),
                cell.column().quantity().unit(),
                number(cell.mean()),
                number(cell.deviation()),
                String.valueOf(cell.runs()),
                String.valueOf(cell.wanted()),
                samples,
                cell.expected().map(e -> String.valueOf(e.value())).orElse(""),
                cell.expected().map(e -> String.valueOf(e.margin())).orElse(""),
                cell.expected().map(Expectation::source).orElse(""),
                cell.verdict().map(Verdict::label).orElse(""),
                provenances.stream().map(Provenance::protocol).distinct().collect(Collectors.joining("/")),
                provenances.stream().map(p -> p.data().name()).distinct().collect(Collectors.joining("/")),
                provenances.stream()
                        .map(p -> String.valueOf(p.data().simulated()))
                        .distinct()
                        .collect(Collectors.joining("/")),
                provenances.stream()
                        .map(p ->
                                p.software().revision() + (p.software().state().equals("modified") ? " modified" : ""))
                        .distinct()
                        .collect(Collectors.joining("/")));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
    }

    private static void line(List<String> fields, StringBuilder out) {
        out.append(fields.stream().map(CsvTable::quote).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String quote(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
