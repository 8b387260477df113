package org.snn4j.eval.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snn4j.eval.run.RunKey;

/**
 * A finished table: numbers, verdicts and where they come from.
 *
 * @param plan what it was to show
 * @param rows one per variant
 * @param runs every wanted run
 * @param foot what a reader must know: protocol, data, selection, sizes, what is missing
 */
public record ResultTable(TablePlan plan, List<Row> rows, List<RunEntry> runs, List<String> foot) {
    /**
     * One variant.
     *
     * @param name its name
     * @param cells one per column
     */
    public record Row(String name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public ResultTable {
        rows = List.copyOf(rows);
        runs = List.copyOf(runs);
        foot = List.copyOf(foot);
    }

    /** The cell of a row and a column. */
    public Optional<Cell> cell(String row, String column) {
        return rows.stream()
                .filter(r -> r.name().equals(row))
                .flatMap(r -> r.cells().stream())
                .filter(cell -> cell.column().name().equals(column))
                .findFirst();
    }

    /** True if a run of it saw simulated recordings. */
    public boolean simulated() {
        return runs.stream()
                .flatMap(run -> run.provenance().stream())
                .anyMatch(provenance -> provenance.data().simulated());
    }

    /** True if a run of it read its data from a data folder; without one it cannot be made again. */
    public boolean needsDataFolder() {
        return runs.stream()
                .flatMap(run -> run.provenance().stream())
                .anyMatch(provenance -> !provenance.data().source().isEmpty());
    }

    /** Wanted runs that do not count. */
    public List<RunKey> missing() {
        return runs.stream().filter(run -> !run.counts()).map(RunEntry::key).toList();
    }

    /** Verdicts of all cells that have one. */
    public List<Verdict> verdicts() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(cell -> cell.verdict().orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /** True if some row has something to compare with in this column. */
    boolean compares(int column) {
        return rows.stream().anyMatch(row -> row.cells().get(column).expected().isPresent());
    }

    /** Heads of the columns after the row's name; a column to compare is followed by two more. */
    List<String> heads() {
        return IntStream.range(0, plan.columns().size())
                .boxed()
                .flatMap(c -> compares(c)
                        ? Stream.of(plan.columns().get(c).header(), "expected", "verdict")
                        : Stream.of(plan.columns().get(c).header()))
                .toList();
    }

    /** Texts of a row, as many as {@link #heads()}. */
    List<String> texts(Row row, String plusMinus) {
        return IntStream.range(0, plan.columns().size())
                .boxed()
                .flatMap(c -> texts(row.cells().get(c), compares(c), plusMinus))
                .toList();
    }

    private static Stream<String> texts(Cell cell, boolean compared, String plusMinus) {
        if (!compared) {
            return Stream.of(cell.text(plusMinus));
        }
        return Stream.of(
                cell.text(plusMinus),
                cell.expected()
                        .map(expected -> cell.column().format(expected.value()))
                        .orElse(""),
                cell.verdict().map(Verdict::label).orElse(""));
    }
}
