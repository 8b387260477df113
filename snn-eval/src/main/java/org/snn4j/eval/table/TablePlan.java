package org.snn4j.eval.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.core.Check;
import org.snn4j.eval.run.RunKey;

/**
 * What a table shows, before any run is read.
 *
 * @param experiment name of the experiment
 * @param title what stands above it
 * @param rows variants, in order
 * @param seeds seeds each variant should have run with
 * @param columns columns, in order
 * @param expected values to compare with
 * @param comparisons rows to test against others
 * @param reconstructions rows that are not what their source describes, with what is ours in them
 * @param identities wanted identity of each run; a folder with another one does not count
 */
public record TablePlan(
        String experiment,
        String title,
        List<String> rows,
        List<Long> seeds,
        List<Column> columns,
        List<Expectation> expected,
        List<Comparison> comparisons,
        Map<String, String> reconstructions,
        Map<RunKey, String> identities) {
    public TablePlan {
        Check.notBlank(experiment, "experiment");
        Check.notBlank(title, "title");
        rows = List.copyOf(rows);
        seeds = List.copyOf(seeds);
        columns = List.copyOf(columns);
        expected = List.copyOf(expected);
        comparisons = List.copyOf(comparisons);
        reconstructions = Collections.unmodifiableMap(new LinkedHashMap<>(reconstructions));
        identities = Map.copyOf(identities);
    }

    /** What a comparison compares. */
    Column column(Comparison comparison) {
        return comparison.column().flatMap(Column::named).orElseGet(() -> columns.get(0));
    }

    /** The run of a variant with a seed. */
    public RunKey key(String row, long seed) {
        return new RunKey(experiment, row, seed);
    }
}
