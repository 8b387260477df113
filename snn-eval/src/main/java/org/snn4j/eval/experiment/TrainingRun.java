package org.snn4j.eval.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Seeds;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.layer.LayerProfile;
import org.snn4j.core.network.Network;
import org.snn4j.data.dataset.DatasetContext;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.data.split.Manifest;
import org.snn4j.eval.run.Computing;
import org.snn4j.eval.run.MachineProbe;
import org.snn4j.eval.run.Provenance;
import org.snn4j.eval.run.Provenance.DataFacts;
import org.snn4j.eval.run.Provenance.PluginJar;
import org.snn4j.eval.run.Provenance.Software;
import org.snn4j.eval.run.RunDirectory;
import org.snn4j.eval.run.RunResult;
import org.snn4j.eval.run.SoftwareProbe;
import org.snn4j.transfer.train.EpochRecord;
import org.snn4j.transfer.train.Exposure;
import org.snn4j.transfer.train.MemoryBudget;
import org.snn4j.transfer.train.StopSignal;
import org.snn4j.transfer.train.TrainListener;
import org.snn4j.transfer.train.Trainer;
import org.snn4j.transfer.train.TrainingException;
import org.snn4j.transfer.train.TrainingJob;
import org.snn4j.transfer.train.TrainingResult;

/** A run as it is meant: opens the data, makes the network, trains, scores, writes. */
public final class TrainingRun implements RunWork {
    /** Scored recordings whose picture is among the training images, by part. */
    private static final String LEAKED = "scored recordings whose picture is a training image";
    /** Scored recordings of which is unknown what they show. */
    private static final String UNKNOWN = "scored recordings of unknown pictures";

    private final RunAssembly assembly;
    private final Optional<Path> dataFolder;
    private final KernelRequest kernels;
    private final StopSignal stop;
    private final Clock clock;
    private final Software software;

    /**
     * @param assembly makes the objects
     * @param dataFolder folder of the data sets; empty if none was given
     * @param kernels what does the arithmetic
     * @param stop ends training early
     * @param clock for begin, end and durations
     */
    public TrainingRun(
            RunAssembly assembly, Optional<Path> dataFolder, KernelRequest kernels, StopSignal stop, Clock clock) {
        this.assembly = Check.notNull(assembly, "assembly");
        this.dataFolder = Check.notNull(dataFolder, "data folder");
        this.kernels = Check.notNull(kernels, "kernels");
        this.stop = Check.notNull(stop, "stop");
        this.clock = Check.notNull(clock, "clock");
        this.software = SoftwareProbe.software();
    }

    @Override
    public void check(PlannedRun run) {
        RunParts parts = assembly.assemble(run.config());
        refuse(parts.dataset()
                .outline()
                .map(data -> new RunOutline(parts, data, kernels).problems())
                .orElse(List.of()));
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** Memory that a run which passed {@link #check} will take. */
    public RunMemory memory(PlannedRun run) {
        RunParts parts = assembly.assemble(run.config());
        return RunMemory.of(parts, parts.phases(), kernels);
    }

    @Override
    public void checkData(PlannedRun run) {
        RunParts parts = assembly.assemble(run.config());
        RunMemory.of(parts, parts.phases(), kernels).check();
        parts.dataset().fingerprint(dataFolder.orElse(null));
    }

    @Override
    public List<PluginJar> plugins() {
        return assembly.plugins();
    }

    @Override
    public Optional<String> source(PlannedRun run) {
        return source(assembly.assemble(run.config()));
    }

    private Optional<String> source(RunParts parts) {
        return dataFolder.flatMap(folder -> parts.dataset().fingerprint(folder));
    }

    @Override
    public RunResult perform(PlannedRun run, RunDirectory directory, TrainListener listener) throws IOException {
        String start = now();
        RunParts parts = assembly.assemble(run.config());
        try {
            return perform(run, parts, directory, listener, start);
        } catch (OutOfMemoryError e) {
            int batch = parts.phases().stream()
                    .mapToInt(phase -> phase.settings().batch())
                    .max()
                    .orElseThrow();
            throw new TrainingException(
                    "not enough memory with 'training.batch: " + batch
                            + "'; use a smaller batch or fewer images, or give the program more memory ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    private RunResult perform(
            PlannedRun run, RunParts parts, RunDirectory directory, TrainListener listener, String start)
            throws IOException {
        Seeds seeds = new Seeds(run.key().seed());
        PairedData data = parts.dataset()
                .open(new DatasetContext(
                        dataFolder.orElse(null),
                        parts.events(),
                        parts.images(),
                        parts.protocol(),
                        parts.split(),
                        parts.keeping(),
                        seeds));
        LayerProfile profile = new LayerProfile();
        KernelSelection selection = KernelSelection.choose(kernels, profile);
        try (Network network = RunNetworks.create(parts, data, seeds, selection.kernels(), profile)) {
            TrainingJob job = new TrainingJob(
                    network,
                    parts.phases(),
                    data,
                    parts.protocol(),
                    seeds,
                    run.identity(),
                    Optional.of(directory.folder()));
            Trainer trainer = new Trainer(stop, clock, MemoryBudget.ofThisProcess());
            // Before the folder is touched: what is refused must cost nobody an earlier state.
            trainer.check(job);
            directory.clear();
            directory.writeConfig(run.yaml());
            Provenance begun = provenance(run, parts, data, Computing.with(selection), seeds, start);
            directory.writeProvenance(begun);
            directory.writeManifest(data.manifest());
            TrainingResult trained =
                    trainer.train(job, new BothListeners(new EpochsFile(directory.epochs()), listener));
            directory.writeProvenance(
                    begun.ended(now(), streams(seeds), begun.computing().ended(profile)));
            return writeResult(run, trained, data, directory);
        }
    }

    private static RunResult writeResult(
            PlannedRun run, TrainingResult trained, PairedData data, RunDirectory directory) throws IOException {
        Scoring scoring = Scoring.of(trained.scores(), data.classes());
        for (var part : scoring.confusion().entrySet()) {
            directory.writeConfusion(part.getKey(), part.getValue());
        }
        RunResult result = new RunResult(
                RunResult.FORMAT,
                run.identity(),
                trained.interrupted(),
                scoring.metrics(),
                counts(trained),
                seconds(trained));
        directory.writeResult(result);
        return result;
    }

    private Provenance provenance(
            PlannedRun run, RunParts parts, PairedData data, Computing computing, Seeds seeds, String start) {
        DataFacts facts = new DataFacts(
                data.name(),
                data.simulated(),
                source(parts).orElse(""),
                data.manifest().digest(),
                FramePlaces.text(data, parts.keeping().policy()),
                counts(data.manifest()));
        return new Provenance(
                Provenance.FORMAT,
                run.key().experiment(),
                run.key().variant(),
                run.key().seed(),
                run.identity(),
                Labels.of(parts.protocol()),
                Labels.of(parts.last().settings().selection()),
                software,
                MachineProbe.machine(),
                computing,
                assembly.plugins(),
                facts,
                streams(seeds),
                start,
                "");
    }

    /** Samples by part, and, where there are any, scored recordings that training may know by their picture. */
    private static Map<String, Map<String, Integer>> counts(Manifest manifest) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>(manifest.counts());
        Map<String, Integer> leaked = new TreeMap<>();
        manifest.leaks().forEach(leak -> leaked.merge(leak.part(), 1, Integer::sum));
        if (!leaked.isEmpty()) {
            counts.put(LEAKED, leaked);
        }
        if (manifest.unknownPictures() > 0) {
            counts.put(UNKNOWN, Map.of("all", manifest.unknownPictures()));
        }
        return counts;
    }

    private static Map<String, Long> streams(Seeds seeds) {
        Map<String, Long> streams = new LinkedHashMap<>();
        streams.put("root", seeds.root());
        streams.putAll(seeds.used());
        return streams;
    }

    private static Map<String, Long> counts(TrainingResult trained) {
        Exposure exposure = trained.exposure();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(RunResult.IMAGES_SEEN, (long) exposure.distinctImages());
        counts.put(RunResult.IMAGE_PRESENTATIONS, exposure.imagePresentations());
        counts.put(RunResult.RECORDINGS, (long) exposure.distinctRecordings());
        counts.put(RunResult.RECORDING_PRESENTATIONS, exposure.recordingPresentations());
        counts.put(RunResult.OPTIMIZER_STEPS, exposure.steps());
        counts.put("epochs", (long) trained.epochs().size());
        if (!trained.interrupted()) {
            counts.put("selected-epoch", trained.selectedEpoch() + 1L);
        }
        return counts;
    }

    private static Map<String, Double> seconds(TrainingResult trained) {
        return Map.of(
                RunResult.TRAINING,
                trained.epochs().stream().mapToDouble(EpochRecord::seconds).sum());
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
