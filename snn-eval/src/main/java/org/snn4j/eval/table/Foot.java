package org.snn4j.eval.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snn4j.eval.run.Provenance;
import org.snn4j.eval.table.Column.Quantity;

/** The lines below a table, from what the runs say about themselves. */
final class Foot {
    private Foot() {}

    static List<String> lines(
            TablePlan plan, List<ResultTable.Row> rows, List<RunEntry> runs, List<Difference> differences) {
        List<String> lines = new ArrayList<>();
        lines.add(seeds(plan, rows));
        if (plan.seeds().size() > 1 && plan.columns().stream().anyMatch(Column::showsInterval)) {
            lines.add("95 % interval: of the mean, by Student's t over the seeds, cut at 0 and 100 %");
        }
        tests(differences, lines);
        fact("protocol", runs, run -> run.provenance().map(Provenance::protocol).stream(), lines);
        fact("data", runs, run -> run.provenance().map(p -> data(p.data())).stream(), lines);
        fact("selection", runs, run -> run.provenance().map(Provenance::selection).stream(), lines);
        Set<String> parts = new LinkedHashSet<>();
        for (Column column : plan.columns()) {
            column.part()
                    .filter(parts::add)
                    .ifPresent(part -> fact("scored part " + part, runs, run -> samples(column, run), lines));
        }
        if (plan.columns().stream().anyMatch(column -> column.quantity() == Quantity.SPIKE_RATE)) {
            lines.add("spike-rate: spikes per neuron and time step, mean over the layers");
        }
        plan.expected().stream()
                .filter(e -> plan.rows().contains(e.row()))
                .map(Foot::expected)
                .forEach(lines::add);
        evidence(plan, lines);
        plan.reconstructions()
                .forEach((row, what) -> lines.add("reconstruction " + row + ", not its source's method: " + what));
        fact("program", runs, run -> run.provenance().map(Doubts::revision).stream(), lines);
        missing(plan, runs, lines);
        lines.addAll(Doubts.lines(runs));
        return lines;
    }

    private static String seeds(TablePlan plan, List<ResultTable.Row> rows) {
        String seeds = plan.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
        if (plan.seeds().size() == 1) {
            return "one seed (" + seeds + "), so no deviation";
        }
        boolean partial = rows.stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> !cell.complete());
        String note = partial ? "; (k/n): only k of them" : "";
        return "mean ± sample standard deviation over n = " + plan.seeds().size() + " seeds (" + seeds + ")" + note;
    }

    private static String data(Provenance.DataFacts data) {
        String parts = data.counts().keySet().stream()
                .map(part -> part + " " + data.size(part))
                .collect(Collectors.joining(", "));
        return data.name() + (data.simulated() ? " (SIMULATED recordings)" : "") + ": " + parts;
    }

    private static Stream<String> samples(Column column, RunEntry run) {
        return run
                .result()
                .map(column::samples)
                .filter(OptionalLong::isPresent)
                .map(n -> "n = " + n.getAsLong() + " recordings")
                .stream();
    }

    /** One line: the fact if all runs share it, else each of its values with the rows it holds for. */
    private static void fact(
            String name, List<RunEntry> runs, Function<RunEntry, Stream<String>> value, List<String> lines) {
        Map<String, Set<String>> rowsByValue = new LinkedHashMap<>();
        for (RunEntry run : runs) {
            value.apply(run).forEach(v -> rowsByValue
                    .computeIfAbsent(v, key -> new LinkedHashSet<>())
                    .add(run.key().variant()));
        }
        if (rowsByValue.size() == 1) {
            lines.add(name + ": " + rowsByValue.keySet().iterator().next());
        } else {
            rowsByValue.forEach((v, rows) -> lines.add(name + " of " + String.join(", ", rows) + ": " + v));
        }
    }

    private static String expected(Expectation e) {
        Column column = Column.named(e.column()).orElseThrow();
        return "expected " + e.row() + ", " + e.column() + ": " + e.text(column)
                + (e.value().isPresent() ? " from " : ", should stand in ") + e.source()
                + (e.margin() > 0 ? "; close within ±" + e.margin() : "");
    }

    /** What the tags behind expected numbers mean, each that is used. */
    private static void evidence(TablePlan plan, List<String> lines) {
        String tags = plan.expected().stream()
                .filter(e -> plan.rows().contains(e.row()) && e.value().isPresent())
                .map(Expectation::evidence)
                .distinct()
                .sorted()
                .map(e -> "[" + e.tag() + "] " + e.meaning())
                .collect(Collectors.joining("; "));
        if (!tags.isEmpty()) {
            lines.add("evidence: " + tags);
        }
    }

    private static void tests(List<Difference> differences, List<String> lines) {
        if (differences.isEmpty()) {
            return;
        }
        lines.add(
                "difference: of the row less that of the base, seed by seed over the n seeds that both have: mean ± sample standard"
                        + " deviation, 95 % interval by Student's t");
        lines.add("tests: p by the two-sided paired t test; p (Holm): the same, corrected for all " + differences.size()
                + " tests of this table; p (flips): exact test over the signs of the differences, which need not be normal for it,"
                + " not corrected");
    }

    private static void missing(TablePlan plan, List<RunEntry> runs, List<String> lines) {
        for (String variant : plan.rows()) {
            Map<String, List<String>> seedsByProblem = runs.stream()
                    .filter(run -> !run.counts() && run.key().variant().equals(variant))
                    .collect(Collectors.groupingBy(
                            RunEntry::problem,
                            LinkedHashMap::new,
                            Collectors.mapping(run -> String.valueOf(run.key().seed()), Collectors.toList())));
            seedsByProblem.forEach((problem, seeds) ->
                    lines.add("missing: " + variant + ", seed " + String.join(", ", seeds) + ": " + problem));
        }
    }
}
