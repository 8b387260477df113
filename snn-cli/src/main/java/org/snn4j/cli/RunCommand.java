package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.snn4j.core.inject.Plugins;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.experiment.RunSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains every variant of an experiment with every seed. */
@Command(
        name = "run",
        description = {
            "Train every variant of a file with every seed, and print the table.",
            "A finished run is not repeated. Ctrl-C keeps the weights of that moment in",
            "last.safetensors; a run cannot be resumed, it begins anew."
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ComputeOptions compute = new ComputeOptions();

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(
            names = "--seed",
            paramLabel = "N",
            split = ",",
            description = "Only these seeds of the file, separated by commas.")
    private List<Long> seeds = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            split = ",",
            description = "Only these variants of the file, separated by commas.")
    private List<String> variants = new ArrayList<>();

    private final Surroundings surroundings;

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Path> folder = data.folder(surroundings);
        KernelRequest kernels = compute.apply(surroundings);
        Plugins plugins = options.load();
        Experiment experiment = Experiment.of(options.read(plugins));
        return new RunMatrix(spec.commandLine(), surroundings, folder, kernels, runs.folder())
                .carryOut(experiment, new RunSelection(Set.copyOf(variants), Set.copyOf(seeds)), plugins);
    }
}
