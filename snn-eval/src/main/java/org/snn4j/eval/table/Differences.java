package org.snn4j.eval.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.snn4j.eval.statistics.Holm;
import org.snn4j.eval.statistics.PairedTest;
import org.snn4j.eval.statistics.Sample;

/** Tests the rows that a plan wants compared. */
final class Differences {
    private Differences() {}

    /** One per row of each comparison, corrected for the number of all of them. */
    static List<Difference> of(TablePlan plan, List<RunEntry> runs) {
        List<Difference> tests = new ArrayList<>();
        for (Comparison comparison : plan.comparisons()) {
            Column column = plan.column(comparison);
            Map<Long, Double> base = bySeed(comparison.base(), column, runs);
            for (String row : comparison.rows()) {
                PairedTest test = test(plan, bySeed(row, column, runs), base);
                tests.add(new Difference(
                        row, comparison.base(), column, test, plan.seeds().size(), OptionalDouble.empty()));
            }
        }
        List<OptionalDouble> corrected =
                Holm.correct(tests.stream().map(test -> test.test().student()).toList());
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            Difference d = tests.get(i);
            differences.add(new Difference(d.row(), d.base(), d.column(), d.test(), d.wanted(), corrected.get(i)));
        }
        return differences;
    }

    private static PairedTest test(TablePlan plan, Map<Long, Double> row, Map<Long, Double> base) {
        return new PairedTest(new Sample(plan.seeds().stream()
                .filter(seed -> row.containsKey(seed) && base.containsKey(seed))
                .map(seed -> row.get(seed) - base.get(seed))
                .toList()));
    }

    private static Map<Long, Double> bySeed(String row, Column column, List<RunEntry> runs) {
        Map<Long, Double> values = new HashMap<>();
        for (RunEntry run : runs) {
            if (run.key().variant().equals(row)) {
                run.result()
                        .map(column::value)
                        .orElse(OptionalDouble.empty())
                        .ifPresent(value -> values.put(run.key().seed(), value));
            }
        }
        return values;
    }
}
