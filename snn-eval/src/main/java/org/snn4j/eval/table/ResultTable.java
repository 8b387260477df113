package org.snn4j.eval.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snn4j.eval.run.RunKey;

/**
 * A finished table: numbers, verdicts and where they come from.
 *
 * @param plan what it was to show
 * @param rows one per variant
 * @param runs every wanted run
 * @param differences tests between rows
 * @param foot what a reader must know: protocol, data, selection, sizes, what is missing
 */
public record ResultTable(
        TablePlan plan, List<Row> rows, List<RunEntry> runs, List<Difference> differences, List<String> foot) {
    /**
     * One variant.
     *
     * @param name its name
     * @param cells one per column
     * @param reconstruction true if it is not what its source describes
     */
    public record Row(String name, List<Cell> cells, boolean reconstruction) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Its name, marked if it is a reconstruction. */
        String label() {
            return name + (reconstruction ? " (reconstruction)" : "");
        }
    }

    public ResultTable {
        rows = List.copyOf(rows);
        runs = List.copyOf(runs);
        differences = List.copyOf(differences);
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

    /** True if intervals of this column's means are shown. */
    private boolean showsIntervals(int column) {
        return plan.seeds().size() > 1 && plan.columns().get(column).showsInterval();
    }

    /** Heads of the columns after the row's name; what is scored is followed by its interval, a column to compare by two more. */
    List<String> heads() {
        List<String> heads = new ArrayList<>();
        for (int c = 0; c < plan.columns().size(); c++) {
            heads.add(plan.columns().get(c).header());
            if (showsIntervals(c)) {
                heads.add(CellTexts.INTERVAL);
            }
            if (compares(c)) {
                heads.addAll(List.of("expected", "verdict"));
            }
        }
        return heads;
    }

    /** Every line of the table, its name first, as many texts as {@link #heads()} and one. */
    List<List<String>> lines(String plusMinus) {
        return rows.stream()
                .map(row -> {
                    List<String> texts = new ArrayList<>(List.of(row.label()));
                    texts.addAll(texts(row, plusMinus));
                    return List.copyOf(texts);
                })
                .toList();
    }

    /** Texts of a row, as many as {@link #heads()}. */
    private List<String> texts(Row row, String plusMinus) {
        List<String> texts = new ArrayList<>();
        for (int c = 0; c < plan.columns().size(); c++) {
            Cell cell = row.cells().get(c);
            texts.add(cell.text(plusMinus));
            if (showsIntervals(c)) {
                texts.add(cell.intervalText());
            }
            if (compares(c)) {
                texts.add(cell.expected().map(e -> e.text(cell.column())).orElse(""));
                texts.add(cell.verdict().map(Verdict::label).orElse(""));
            }
        }
        return texts;
    }
}
