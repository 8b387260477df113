package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.inject.Plugins;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.experiment.RunSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the demonstration: the methods compared on generated data. */
@Command(
        name = "demo",
        description = {
            "Compare the methods on simulated data: experiments/demo.yaml.",
            "Takes minutes on two cores and needs no data."
        })
final class DemoCommand implements Callable<Integer> {
    private static final double SECONDS = 1000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ComputeOptions compute = new ComputeOptions();

    @Mixin
    private RunsOption runs = new RunsOption();

    private final Surroundings surroundings;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Path file = surroundings.demonstration();
        KernelRequest kernels = compute.apply(surroundings);
        Plugins plugins = Plugins.load();
        Experiment experiment = Experiment.of(new ExperimentReader(plugins.catalogue()).read(file, List.of()));
        spec.commandLine()
                .getErr()
                .printf(
                        "%d variants with %d seeds each, on simulated data%n",
                        experiment.variants().size(), experiment.seeds().size());
        Instant start = Instant.now();
        int exit = new RunMatrix(spec.commandLine(), surroundings, surroundings.data(null), kernels, runs.folder())
                .carryOut(experiment, RunSelection.ALL, plugins);
        double seconds = Duration.between(start, Instant.now()).toMillis() / SECONDS;
        spec.commandLine().getOut().printf(Locale.ROOT, "%nTook %.0f s.%n", seconds);
        return exit;
    }
}
