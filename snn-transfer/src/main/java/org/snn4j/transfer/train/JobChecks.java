package org.snn4j.transfer.train;

import java.util.ArrayList;
import java.util.List;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Seeds;
import org.snn4j.data.pair.Population;

/** Finds everything that would stop a job later on, before the first batch. */
final class JobChecks {
    private final TrainingJob job;
    private final Population population;
    private final MemoryBudget memory;
    private final List<String> problems = new ArrayList<>();

    private JobChecks(TrainingJob job, Population population, MemoryBudget memory) {
        this.job = job;
        this.population = population;
        this.memory = memory;
    }

    /** @throws ConfigurationException with all problems */
    static void check(TrainingJob job, Population population, MemoryBudget memory) {
        JobChecks checks = new JobChecks(job, population, memory);
        checks.problems.addAll(outline(job).problems());
        job.phases().forEach(checks::check);
        if (!checks.problems.isEmpty()) {
            throw new ConfigurationException(checks.problems);
        }
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

    private void check(Phase phase) {
        String path = JobOutline.path(job.phases(), phase);
        if (problems.isEmpty()) {
            job.network().observe(phase.method().reads());
        }
        checkMemory(phase, path);
        try {
            checkPairing(phase, path);
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> problems.add(path + problem));
        }
    }

    private void checkMemory(Phase phase, String path) {
        int streams = phase.method().streams().size();
        TrainingSettings settings = phase.settings();
        long input = (long) streams
                * settings.batch()
                * job.data().train().shape().length()
                * settings.precision().dataType().width();
        long needed = job.network().memory(streams, settings.batch()) + input;
        if (needed > memory.bytes()) {
            problems.add(path + "training.batch: " + settings.batch() + " pairs of " + streams
                    + (streams == 1 ? " stream" : " streams")
                    + " need about " + MemoryBudget.text(needed) + " off-heap memory, "
                    + MemoryBudget.text(memory.bytes())
                    + " are free; use a smaller batch");
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
