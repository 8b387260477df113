package org.snn4j.eval.table;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snn4j.core.Check;
import org.snn4j.eval.run.Provenance;
import org.snn4j.eval.run.RunDirectory;
import org.snn4j.eval.run.RunKey;
import org.snn4j.eval.run.RunResult;
import org.snn4j.eval.run.RunState;

/** Reads the folders of the wanted runs and puts their numbers together. */
public final class TableBuilder {
    private final Path runs;

    /** @param runs the folder that holds all experiments */
    public TableBuilder(Path runs) {
        this.runs = Check.notNull(runs, "runs folder");
    }

    /**
     * Reads and computes.
     *
     * @throws org.snn4j.data.DataFormatException if a file of a run is damaged
     */
    public ResultTable build(TablePlan plan) throws IOException {
        List<RunEntry> entries = new ArrayList<>();
        List<ResultTable.Row> rows = new ArrayList<>();
        for (String variant : plan.rows()) {
            List<RunEntry> ofRow = new ArrayList<>();
            for (long seed : plan.seeds()) {
                ofRow.add(read(plan.key(variant, seed), plan));
            }
            rows.add(new ResultTable.Row(
                    variant, cells(plan, variant, ofRow), plan.reconstructions().containsKey(variant)));
            entries.addAll(ofRow);
        }
        List<Difference> differences = Differences.of(plan, entries);
        return new ResultTable(plan, rows, entries, differences, Foot.lines(plan, rows, entries, differences));
    }

    private RunEntry read(RunKey key, TablePlan plan) throws IOException {
        RunDirectory directory = new RunDirectory(key.folder(runs));
        RunResult result;
        try {
            // The state alone would read the same file first.
            result = directory.result();
        } catch (NoSuchFileException e) {
            return RunEntry.missing(key, directory.state() == RunState.ABSENT ? "not run" : "not finished");
        }
        if (result.interrupted()) {
            return RunEntry.missing(key, "interrupted");
        }
        String wanted = plan.identities().get(key);
        Provenance provenance = directory.provenance();
        boolean same =
                result.identity().equals(provenance.identity()) && (wanted == null || wanted.equals(result.identity()));
        return same
                ? RunEntry.counted(key, result, provenance)
                : RunEntry.missing(key, "made with another configuration");
    }

    private static List<Cell> cells(TablePlan plan, String variant, List<RunEntry> runs) {
        return plan.columns().stream()
                .map(column ->
                        new Cell(column, values(column, runs), plan.seeds().size(), expected(plan, variant, column)))
                .toList();
    }

    private static List<Double> values(Column column, List<RunEntry> runs) {
        return runs.stream()
                .flatMap(run -> run.result().stream())
                .map(column::value)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
    }

    private static Optional<Expectation> expected(TablePlan plan, String variant, Column column) {
        return plan.expected().stream()
                .filter(e -> e.row().equals(variant)
                        && Column.named(e.column()).filter(column::sameAs).isPresent())
                .findFirst();
    }
}
