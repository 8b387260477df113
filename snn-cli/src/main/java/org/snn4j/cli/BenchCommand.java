package org.snn4j.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.inject.Plugins;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.eval.bench.Bench;
import org.snn4j.eval.bench.BenchReport;
import org.snn4j.eval.bench.BenchSettings;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.experiment.PlannedRun;
import org.snn4j.eval.experiment.RunSelection;
import org.snn4j.eval.experiment.TrainingRun;
import org.snn4j.eval.inject.InjectedAssembly;
import org.snn4j.transfer.train.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Times training steps of one variant. */
@Command(
        name = "bench",
        description = {
            "Time training steps of one variant of a file: step, parts, layers, memory.",
            "Trains as 'run' does, writes nothing and throws the network away."
        })
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Experiment file (default: that of 'snn demo').")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change the file for this once: --set network.hidden=64")
    private List<String> changes = new ArrayList<>();

    @Mixin
    private PluginOption plugins = new PluginOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--variant", paramLabel = "NAME", description = "Variant (default: the first of the file).")
    private String variant;

    @Option(names = "--phase", paramLabel = "NAME", description = "Phase (default: the last of the variant).")
    private String phase;

    @Option(names = "--seed", paramLabel = "N", description = "Seed (default: the first of the file).")
    private Long seed;

    @Option(names = "--batch", paramLabel = "N", description = "Pairs in a step (default: that of the file).")
    private Integer batch;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "20",
            description = "Steps that are measured (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "5",
            description = "Steps before them (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--json", description = "Print everything as JSON.")
    private boolean json;

    @Mixin
    private ComputeOptions compute = new ComputeOptions();

    private final Surroundings surroundings;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        BenchSettings settings =
                new BenchSettings(warmUp, steps, Optional.ofNullable(batch), Optional.ofNullable(phase));
        Optional<Path> folder = data.folder(surroundings);
        KernelRequest kernels = compute.apply(surroundings);
        Plugins loaded = plugins.load();
        InjectedAssembly assembly = new InjectedAssembly(loaded);
        PlannedRun run = plan(loaded);
        new TrainingRun(assembly, folder, kernels, new StopSignal(), Clock.systemUTC()).check(run);
        BenchReport report = new Bench(assembly, folder, kernels).measure(run, settings);
        if (json) {
            spec.commandLine().getOut().print(report.json());
        } else {
            BenchText.lines(report).forEach(spec.commandLine().getOut()::println);
        }
        spec.commandLine().getOut().flush();
    }

    private PlannedRun plan(Plugins loaded) {
        Path from = file == null ? surroundings.demonstration() : file;
        Experiment experiment = Experiment.of(new ExperimentReader(loaded.catalogue()).read(from, changes));
        Set<String> variants = Set.of(variant == null ? experiment.variants().get(0) : variant);
        Set<Long> seeds = Set.of(seed == null ? experiment.seeds().get(0) : seed);
        return new RunSelection(variants, seeds).of(experiment).get(0);
    }
}
