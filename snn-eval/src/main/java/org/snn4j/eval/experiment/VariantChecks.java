package org.snn4j.eval.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.config.ResolvedExperiment;

/** Looks for what would stop the variants of an experiment, before any of them begins. */
public final class VariantChecks {
    private VariantChecks() {}

    /**
     * Checks one run of each variant, since seeds do not change what fits together.
     *
     * @param check throws what is wrong with a run
     * @return every problem, with the names of the variants that have it
     */
    public static List<String> problems(List<PlannedRun> runs, Consumer<PlannedRun> check) {
        Map<String, PlannedRun> first = new LinkedHashMap<>();
        runs.forEach(run -> first.putIfAbsent(run.key().variant(), run));
        Map<String, Set<String>> variants = new LinkedHashMap<>();
        first.forEach((variant, run) -> {
            for (String problem : problems(run, check)) {
                variants.computeIfAbsent(problem, text -> new LinkedHashSet<>()).add(variant);
            }
        });
        List<String> problems = new ArrayList<>();
        variants.forEach((problem, names) -> problems.add(where(names, first.size()) + problem));
        return problems;
    }

    private static List<String> problems(PlannedRun run, Consumer<PlannedRun> check) {
        try {
            check.accept(run);
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems();
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** Nothing if every variant has the problem. */
    private static String where(Set<String> names, int all) {
        if (names.size() == all && (all > 1 || names.contains(ResolvedExperiment.ONLY_VARIANT))) {
            return "";
        }
        return "variants." + String.join(", variants.", names) + ": ";
    }
}
