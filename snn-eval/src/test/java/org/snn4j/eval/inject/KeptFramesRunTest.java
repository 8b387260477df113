package org.snn4j.eval.inject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.inject.Plugins;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.data.cache.CacheEntry;
import org.snn4j.data.cache.FrameCache;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.experiment.ExperimentListener;
import org.snn4j.eval.experiment.ExperimentRunner;
import org.snn4j.eval.experiment.PlannedRun;
import org.snn4j.eval.experiment.RunOutcome;
import org.snn4j.eval.experiment.RunSelection;
import org.snn4j.eval.experiment.TrainingRun;
import org.snn4j.eval.run.RunDirectory;
import org.snn4j.transfer.train.StopSignal;

/** Whole runs whose frames are kept in files, beside the same runs in memory. */
class KeptFramesRunTest {
    private static final Plugins PLUGINS = Plugins.load();
    private static final String FILE =
            """
            data: {use: simulated-n-mnist, share: 0.5, recordings: 40, test: 20, pictures: 60}
            event-encoder: {use: count-by-number, steps: 3}
            network: {use: conv-snn, layers: ["4", P, P], hidden: 16}
            neuron: {use: lif}
            reset: {use: hard}
            surrogate: {use: triangle}
            mixing: {use: time-step-mixup}
            objectives: {target: {use: cross-entropy}, source: {use: cross-entropy, stream: source}}
            optimizer: {use: adam, learning-rate: 0.01}
            schedule: {use: constant}
            training: {epochs: 1, batch: 8}
            """;

    @TempDir
    private Path folder;

    private RunDirectory run(String runs, String changes) throws IOException {
        Path file = Files.writeString(folder.resolve("kept.yaml"), FILE + changes);
        Experiment experiment = Experiment.of(new ExperimentReader(PLUGINS.catalogue()).read(file, List.of()));
        StopSignal stop = new StopSignal();
        TrainingRun work = new TrainingRun(
                new InjectedAssembly(PLUGINS, folder.resolve("cache")),
                Optional.empty(),
                KernelRequest.NOTHING,
                stop,
                Clock.systemUTC());
        List<RunOutcome> outcomes = new ExperimentRunner(work, folder.resolve(runs), stop)
                .run(experiment, RunSelection.ALL, ExperimentListener.NONE);
        assertThat(outcomes).extracting(RunOutcome::failure).containsExactly(Optional.empty());
        PlannedRun planned = experiment.runs().get(0);
        return new RunDirectory(planned.key().folder(folder.resolve(runs)));
    }

    private List<CacheEntry> entries() {
        return new FrameCache(folder.resolve("cache")).entries();
    }

    private Map<String, FileTime> written() throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (CacheEntry entry : entries()) {
            Path frames = new FrameCache(folder.resolve("cache")).folder().resolve(entry.key() + ".frames");
            times.put(entry.content().orElseThrow().name(), Files.getLastModifiedTime(frames));
        }
        return times;
    }

    @Test
    void keptFramesGiveTheCheckpointOfFramesInMemory() throws IOException {
        RunDirectory memory = run("memory", "cache: never");
        assertThat(entries()).isEmpty();

        RunDirectory made = run("made", "cache: always");
        Map<String, FileTime> first = written();
        assertThat(first)
                .containsOnlyKeys(
                        "simulated-n-mnist train",
                        "simulated-n-mnist test",
                        "simulated-n-mnist left-out",
                        "simulated-n-mnist images");

        RunDirectory found = run("found", "cache: always");
        assertThat(written()).as("nothing was prepared again").isEqualTo(first);

        for (RunDirectory kept : List.of(made, found)) {
            assertThat(kept.model()).hasSameBinaryContentAs(memory.model());
            assertThat(kept.result().metrics()).isEqualTo(memory.result().metrics());
            assertThat(kept.result().identity()).isEqualTo(memory.result().identity());
            assertThat(kept.manifest()).hasSameBinaryContentAs(memory.manifest());
            assertThat(kept.provenance().data().frames()).isEqualTo("in cache files (cache: always)");
        }
        assertThat(memory.provenance().data().frames()).isEqualTo("in memory (cache: never)");
    }

    @Test
    void framesAreFoundAgainByOtherNetworksAndNotByOtherEncoders() throws IOException {
        run("first", "cache: always");
        int parts = entries().size();
        run("network", "cache: always\nfiring: {threshold: 0.4}");
        assertThat(entries()).hasSize(parts);
        run("encoder", "cache: always\nimage-encoder: {use: v-channel, order: value-first}");
        assertThat(entries()).as("only images are encoded anew").hasSize(parts + 1);
        run("share", "cache: always\nvariants: {all: {data.share: 1}}");
        assertThat(entries())
                .as("test recordings are those of the smaller share")
                .extracting(entry -> entry.content().orElseThrow().name())
                .filteredOn(name -> name.endsWith(" test"))
                .hasSize(1);
    }
}
