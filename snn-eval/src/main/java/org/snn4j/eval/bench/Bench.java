package org.snn4j.eval.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.Suggestion;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.layer.LayerProfile;
import org.snn4j.core.network.Network;
import org.snn4j.data.FrameSource;
import org.snn4j.data.dataset.DatasetContext;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.eval.experiment.PlannedRun;
import org.snn4j.eval.experiment.RunAssembly;
import org.snn4j.eval.experiment.RunMemory;
import org.snn4j.eval.experiment.RunNetworks;
import org.snn4j.eval.experiment.RunParts;
import org.snn4j.eval.run.Computing;
import org.snn4j.eval.run.MachineProbe;
import org.snn4j.eval.run.SoftwareProbe;
import org.snn4j.transfer.train.Evaluator;
import org.snn4j.transfer.train.MemoryBudget;
import org.snn4j.transfer.train.Phase;
import org.snn4j.transfer.train.Selection;
import org.snn4j.transfer.train.StopSignal;
import org.snn4j.transfer.train.Trainer;
import org.snn4j.transfer.train.TrainingJob;
import org.snn4j.transfer.train.TrainingSettings;

/** Times training steps and scoring of one run; nothing is written, and what was trained is thrown away. */
public final class Bench {
    /** Pairs are drawn before the first step; so many take some hundred MiB. */
    private static final int MOST_PAIRS = 1 << 24;

    private final RunAssembly assembly;
    private final Optional<Path> dataFolder;
    private final KernelRequest kernels;

    /**
     * @param assembly makes the objects
     * @param dataFolder folder of the data sets; empty if none was given
     * @param kernels what does the arithmetic
     */
    public Bench(RunAssembly assembly, Optional<Path> dataFolder, KernelRequest kernels) {
        this.assembly = Check.notNull(assembly, "assembly");
        this.dataFolder = Check.notNull(dataFolder, "data folder");
        this.kernels = Check.notNull(kernels, "kernels");
    }

    /**
     * Measures.
     *
     * @throws ConfigurationException if the run could not be trained, or has no such phase
     */
    public BenchReport measure(PlannedRun run, BenchSettings settings) {
        RunParts parts = assembly.assemble(run.config());
        Phase phase = phase(parts, settings);
        RunMemory.of(parts, List.of(phase), kernels).check();
        Phase timed = limited(phase, settings);
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
            StopSignal stop = new StopSignal();
            StepTimes times = new StepTimes(settings, profile, stop);
            new Trainer(stop, Clock.systemUTC(), MemoryBudget.ofThisProcess())
                    .train(
                            new TrainingJob(
                                    network,
                                    List.of(timed),
                                    data,
                                    parts.protocol(),
                                    seeds,
                                    run.identity(),
                                    Optional.empty()),
                            times);
            List<BenchReport.Layer> layers = layers(profile, network, times);
            Computing computing = Computing.with(selection).ended(profile);
            int batch = phase.settings().batch();
            int scored = Math.min(batch, scored(data).size());
            Spread inference = inference(network, phase, new LeadingFrames(scored(data), scored), settings);
            return new BenchReport(
                    subject(run, phase, data, network, settings),
                    times.step(),
                    perSecond(batch, times.step()),
                    times.parts(),
                    layers,
                    inference,
                    perSecond(scored, inference),
                    PeakMemory.ofThisProcess(times.planned()),
                    computing,
                    MachineProbe.machine(),
                    SoftwareProbe.software());
        }
    }

    /** The phase that is measured, with its batch, and no scoring. */
    private static Phase phase(RunParts parts, BenchSettings settings) {
        Phase phase = phase(parts, settings.phase());
        int batch = settings.batch().orElse(phase.settings().batch());
        return phase.with(
                phase.pairing(),
                new TrainingSettings(
                        1,
                        batch,
                        phase.settings().precision(),
                        Selection.LAST,
                        0,
                        false,
                        phase.settings().frozen()));
    }

    private static Phase phase(RunParts parts, Optional<String> name) {
        if (name.isEmpty()) {
            return parts.last();
        }
        List<String> names = parts.phases().stream().map(Phase::name).toList();
        return parts.phases().stream()
                .filter(phase -> phase.name().equals(name.get()))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("phase '" + name.get()
                        + "': the variant has none of that name" + Suggestion.known(name.get(), names)));
    }

    /** The same phase with as many whole batches as are measured. */
    private static Phase limited(Phase phase, BenchSettings settings) {
        int batch = phase.settings().batch();
        long pairs = (settings.warmUp() + (long) settings.steps()) * batch;
        if (pairs > MOST_PAIRS) {
            throw new ConfigurationException("steps: " + settings.warmUp() + " to warm up and " + settings.steps()
                    + " to measure, of batch " + batch + ", take " + pairs + " pairs, must be at most " + MOST_PAIRS);
        }
        return phase.with(new RepeatedPairs(phase.pairing(), (int) pairs), phase.settings());
    }

    private static FrameSource scored(PairedData data) {
        return data.scored().getOrDefault(PairedData.TEST, data.train());
    }

    private static Spread inference(Network network, Phase phase, FrameSource part, BenchSettings settings) {
        List<Long> times = new ArrayList<>();
        try (Evaluator evaluator = new Evaluator(
                network, phase.settings().batch(), phase.settings().precision(), new StopSignal())) {
            for (int i = 0; i < settings.warmUp() + settings.steps(); i++) {
                long start = System.nanoTime();
                evaluator.score(part);
                times.add(System.nanoTime() - start);
            }
        }
        return Spread.of(times.subList(settings.warmUp(), times.size()));
    }

    private static double perSecond(int samples, Spread time) {
        return samples * 1000 / time.median();
    }

    private static List<BenchReport.Layer> layers(LayerProfile profile, Network network, StepTimes times) {
        Map<String, Map<Stream, Double>> rates = network.spikeRates();
        Map<String, String> doneElsewhere = network.doneElsewhere();
        List<BenchReport.Layer> layers = new ArrayList<>();
        profile.layers()
                .forEach((name, entry) -> layers.add(new BenchReport.Layer(
                        name,
                        times.perStep(entry.forward()),
                        times.perStep(entry.backward()),
                        byLabel(rates.getOrDefault(name, Map.of())),
                        doneElsewhere.get(name),
                        kernels(entry.kernels()))));
        return layers;
    }

    private static Map<String, Double> byLabel(Map<Stream, Double> rates) {
        Map<String, Double> labelled = new LinkedHashMap<>();
        rates.forEach((stream, rate) -> labelled.put(stream.label(), rate));
        return labelled;
    }

    private static Map<String, List<BenchReport.KernelShare>> kernels(Map<String, Map<String, LayerProfile.Use>> uses) {
        Map<String, List<BenchReport.KernelShare>> kernels = new LinkedHashMap<>();
        uses.forEach((operation, byKernel) -> {
            List<BenchReport.KernelShare> shares = new ArrayList<>();
            byKernel.forEach((kernel, use) -> shares.add(new BenchReport.KernelShare(
                    kernel, use.count(), Double.isNaN(use.density()) ? null : use.density())));
            kernels.put(operation, shares);
        });
        return kernels;
    }

    private static BenchReport.Subject subject(
            PlannedRun run, Phase phase, PairedData data, Network network, BenchSettings settings) {
        return new BenchReport.Subject(
                run.key().experiment(),
                run.key().variant(),
                phase.name(),
                run.key().seed(),
                data.name(),
                data.simulated(),
                phase.method().streams().stream().map(Stream::label).toList(),
                phase.settings().batch(),
                data.train().shape().steps(),
                network.parameterCount(),
                settings.warmUp(),
                settings.steps());
    }
}
