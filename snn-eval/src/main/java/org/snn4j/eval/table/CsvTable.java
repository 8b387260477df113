package org.snn4j.eval.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snn4j.eval.run.Provenance;
import org.snn4j.eval.statistics.Interval;
import org.snn4j.eval.statistics.Sample;

/**
 * A table as comma-separated values in full precision: one line of kind {@code cell} per cell and one of kind {@code difference} per test between rows, with all
 * that is known about it. A column that a kind has nothing for is empty.
 */
public final class CsvTable {
    private static final List<String> HEADS = List.of(
            "experiment",
            "kind",
            "variant",
            "reconstruction",
            "compared with",
            "column",
            "unit",
            "mean",
            "sample standard deviation",
            "95 % interval from",
            "95 % interval to",
            "runs",
            "runs wanted",
            "samples per run",
            "expected",
            "tolerance",
            "source",
            "evidence",
            "verdict",
            "p of paired t test",
            "p by Holm",
            "p of sign flips",
            "protocol",
            "data",
            "simulated",
            "revision");

    private CsvTable() {}

    /** The header and the lines, each ended by a line feed; below them what is to be doubted, as comments that begin with {@code #}. */
    public static String write(ResultTable table) {
        StringBuilder out = new StringBuilder();
        line(HEADS, out);
        for (ResultTable.Row row : table.rows()) {
            row.cells().forEach(cell -> line(fields(table, row, cell), out));
        }
        for (Difference difference : table.differences()) {
            line(fields(table, difference), out);
        }
        Doubts.lines(table.runs()).forEach(text -> out.append("# ").append(text).append('\n'));
        return out.toString();
    }

    private static List<String> fields(ResultTable table, ResultTable.Row row, Cell cell) {
        List<String> fields = new ArrayList<>(
                List.of(table.plan().experiment(), "cell", row.name(), String.valueOf(row.reconstruction()), ""));
        Sample sample = new Sample(cell.values());
        fields.addAll(measured(
                cell.column(), sample, cell.interval(), cell.wanted(), samples(table, row.name(), cell.column())));
        fields.addAll(List.of(
                cell.expected()
                        .map(e -> e.value().map(String::valueOf).orElse(Expectation.UNKNOWN))
                        .orElse(""),
                cell.expected().map(e -> String.valueOf(e.margin())).orElse(""),
                cell.expected().map(Expectation::source).orElse(""),
                cell.expected().map(e -> e.evidence().tag()).orElse(""),
                cell.verdict().map(Verdict::label).orElse(""),
                "",
                "",
                ""));
        fields.addAll(circumstances(table, Set.of(row.name())));
        return fields;
    }

    private static List<String> fields(ResultTable table, Difference d) {
        boolean reconstruction = table.plan().reconstructions().containsKey(d.row());
        List<String> fields = new ArrayList<>(
                List.of(table.plan().experiment(), "difference", d.row(), String.valueOf(reconstruction), d.base()));
        fields.addAll(measured(
                d.column(), d.sample(), d.sample().interval(), d.wanted(), samples(table, d.row(), d.column())));
        fields.addAll(List.of(
                "",
                "",
                "",
                "",
                "",
                number(d.test().student()),
                number(d.corrected()),
                number(d.test().signFlips())));
        fields.addAll(circumstances(table, Set.of(d.row(), d.base())));
        return fields;
    }

    private static List<String> measured(
            Column column, Sample sample, Optional<Interval> interval, int wanted, String samples) {
        return List.of(
                column.name(),
                column.quantity().unit(),
                number(sample.mean()),
                number(sample.deviation()),
                interval.map(i -> String.valueOf(i.low())).orElse(""),
                interval.map(i -> String.valueOf(i.high())).orElse(""),
                String.valueOf(sample.size()),
                String.valueOf(wanted),
                samples);
    }

    private static String samples(ResultTable table, String row, Column column) {
        return table.runs().stream()
                .filter(run -> run.key().variant().equals(row))
                .flatMap(run -> run.result().stream())
                .map(column::samples)
                .filter(OptionalLong::isPresent)
                .map(n -> String.valueOf(n.getAsLong()))
                .distinct()
                .collect(Collectors.joining("/"));
    }

    private static List<String> circumstances(ResultTable table, Set<String> rows) {
        List<Provenance> provenances = table.runs().stream()
                .filter(run -> rows.contains(run.key().variant()))
                .flatMap(run -> run.provenance().stream())
                .toList();
        return List.of(
                distinct(provenances, Provenance::protocol),
                distinct(provenances, p -> p.data().name()),
                distinct(provenances, p -> String.valueOf(p.data().simulated())),
                distinct(
                        provenances,
                        p -> p.software().revision() + (p.software().state().equals("modified") ? " modified" : "")));
    }

    private static String distinct(List<Provenance> provenances, Function<Provenance, String> fact) {
        return provenances.stream().map(fact).distinct().collect(Collectors.joining("/"));
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
