package org.snn4j.transfer.train;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.data.FrameShape;
import org.snn4j.data.dataset.Protocol;
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
        job.phases().forEach(checks::check);
        checks.checkPrecision();
        if (!checks.problems.isEmpty()) {
            throw new ConfigurationException(checks.problems);
        }
    }

    private void check(Phase phase) {
        String path = job.phases().size() == 1 ? "" : "phases." + phase.name() + ".";
        checkSelection(phase.settings(), path);
        checkShapes(phase, path);
        collect(path, () -> job.network().observe(phase.method().reads()));
        checkMemory(phase, path);
        collect(path, () -> phase.method().parameters(job.network().shapes()));
        collect(path, () -> checkPairing(phase, path));
    }

    private void checkSelection(TrainingSettings settings, String path) {
        if (settings.selection() == Selection.BEST_TEST && job.protocol() != Protocol.PAPER) {
            problems.add(
                    path
                            + "training.selection: best-test looks at the test part; it is only allowed under 'protocol: paper'");
        }
        settings.selection()
                .part()
                .filter(part -> !job.data().scored().containsKey(part))
                .ifPresent(part -> problems.add(path + "training.selection: there is no " + part + " part in data set "
                        + job.data().name() + "; parts: " + job.data().scored().keySet()));
    }

    private void checkShapes(Phase phase, String path) {
        Set<Stream> streams = phase.method().streams();
        if (!streams.containsAll(EnumSet.allOf(Stream.class))) {
            return;
        }
        FrameShape images = job.data().images().shape();
        FrameShape recordings = job.data().train().shape();
        boolean sameFrames = images.steps() == recordings.steps()
                && images.height() == recordings.height()
                && images.width() == recordings.width();
        if (!sameFrames) {
            problems.add(path + "image-encoder: images become " + images + ", recordings " + recordings
                    + "; steps, height and width must agree");
        } else if (phase.method().mixesStreams() && images.channels() != recordings.channels()) {
            problems.add(path + "mixing: images have " + images.channels() + " channels, recordings "
                    + recordings.channels() + "; only frames of one shape can be mixed");
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

    private void checkPrecision() {
        if (job.phases().stream()
                        .map(phase -> phase.settings().precision())
                        .distinct()
                        .count()
                > 1) {
            problems.add("phases: training.precision differs between phases; one network has one precision");
        }
    }

    private void collect(String path, Runnable check) {
        try {
            check.run();
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> problems.add(path + problem));
        } catch (IllegalArgumentException e) {
            problems.add(path + "objectives: " + e.getMessage());
        }
    }
}
