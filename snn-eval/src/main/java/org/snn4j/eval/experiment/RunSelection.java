package org.snn4j.eval.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.snn4j.core.ConfigurationException;

/**
 * Which runs of an experiment to carry out.
 *
 * @param variants names; empty for all
 * @param seeds seeds; empty for all
 */
public record RunSelection(Set<String> variants, Set<Long> seeds) {
    /** Every run. */
    public static final RunSelection ALL = new RunSelection(Set.of(), Set.of());

    public RunSelection {
        variants = Set.copyOf(variants);
        seeds = Set.copyOf(seeds);
    }

    /**
     * The selected runs, in the experiment's order.
     *
     * @throws ConfigurationException if the experiment has no such variant or seed
     */
    public List<PlannedRun> of(Experiment experiment) {
        List<String> problems = new ArrayList<>();
        variants.stream()
                .filter(variant -> !experiment.variants().contains(variant))
                .sorted()
                .forEach(variant ->
                        problems.add("variant '" + variant + "': the experiment has none of that name; known: "
                                + String.join(", ", experiment.variants())));
        seeds.stream()
                .filter(seed -> !experiment.seeds().contains(seed))
                .sorted()
                .forEach(seed -> problems.add(
                        "seed " + seed + ": the experiment does not use it; known: " + experiment.seeds()));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return experiment.runs().stream()
                .filter(run -> variants.isEmpty() || variants.contains(run.key().variant()))
                .filter(run -> seeds.isEmpty() || seeds.contains(run.key().seed()))
                .toList();
    }
}
