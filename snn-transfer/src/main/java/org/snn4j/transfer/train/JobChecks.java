package org.snn4j.transfer.train;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Seeds;
import org.snn4j.core.Suggestion;
import org.snn4j.data.pair.Population;

/** Finds everything that would stop a job later on, before the first batch. */
final class JobChecks {
    private final TrainingJob job;
    private final Population population;
    private final List<String> problems = new ArrayList<>();

    private JobChecks(TrainingJob job, Population population) {
        this.job = job;
        this.population = population;
    }

    /**
     * What the job will take, its data included.
     *
     * @throws ConfigurationException with all problems
     */
    static MemoryPlan check(TrainingJob job, Population population, MemoryBudget memory) {
        JobChecks checks = new JobChecks(job, population);
        MemoryPlanner planner = planner(job);
        checks.problems.addAll(outline(job).problems());
        Map<Phase, String> tooLarge = checks.problems.isEmpty() ? planner.problemsByPhase(memory) : Map.of();
        checks.problems.addAll(tooLarge.values());
        // Pairs of a batch that does not fit may not fit either.
        job.phases().stream().filter(phase -> !tooLarge.containsKey(phase)).forEach(checks::check);
        if (!checks.problems.isEmpty()) {
            throw new ConfigurationException(checks.problems);
        }
        return planner.plan();
    }

    private static JobOutline outline(TrainingJob job) {
        return new JobOutline(
                job.phases(),
                job.protocol(),
                job.data().name(),
                job.data().scored().keySet(),
                job.data().images().shape(),
                job.data().train().shape(),
                job.network()::observe,
                job.network()::shapes);
    }

    private static MemoryPlanner planner(TrainingJob job) {
        return new MemoryPlanner(
                job.phases(),
                job.data().images().shape(),
                job.data().train().shape(),
                job.network()::observe,
                job.network()::memory,
                JavaMemory.withData());
    }

    private void check(Phase phase) {
        String path = JobOutline.path(job.phases(), phase);
        try {
            checkPairing(phase, path);
            checkFrozen(phase, path);
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> problems.add(path + problem));
        }
    }

    private void checkFrozen(Phase phase, String path) {
        Set<String> layers = new LinkedHashSet<>();
        job.network().state().keySet().forEach(name -> layers.add(TrainingStep.layer(name)));
        for (String layer : phase.settings().frozen().orElse(List.of())) {
            if (!layers.contains(layer)) {
                problems.add(path + "training.frozen: no layer with parameters is called '" + layer + "'"
                        + Suggestion.known(layer, layers));
            }
        }
    }

    private void checkPairing(Phase phase, String path) {
        int pairs = phase.pairing()
                .epoch(population, phase.method().streams(), new Seeds(0).stream("check"))
                .size();
        if (phase.settings().batches(pairs) == 0) {
            problems.add(path + "training.batch: is " + phase.settings().batch()
                    + " with drop-last, but an epoch has only " + pairs + " pairs");
        }
    }
}
