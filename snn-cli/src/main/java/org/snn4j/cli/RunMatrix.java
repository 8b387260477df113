package org.snn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.snn4j.core.inject.Plugins;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.experiment.ExperimentRunner;
import org.snn4j.eval.experiment.RunOutcome;
import org.snn4j.eval.experiment.RunOutcome.Status;
import org.snn4j.eval.experiment.RunSelection;
import org.snn4j.eval.experiment.TrainingRun;
import org.snn4j.eval.inject.InjectedAssembly;
import org.snn4j.eval.table.ResultTable;
import org.snn4j.eval.table.TableBuilder;
import org.snn4j.eval.table.TerminalTable;
import org.snn4j.transfer.train.StopSignal;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** Carries out the selected runs of an experiment and prints the table they make; no table if each of them failed. */
final class RunMatrix {
    /** Exit code of a program that Ctrl-C ended. */
    static final int INTERRUPTED = 130;

    private final CommandLine line;
    private final Surroundings surroundings;
    private final Optional<Path> data;
    private final KernelRequest kernels;
    private final Path runs;

    /**
     * @param data folder of the data sets
     * @param kernels what does the arithmetic
     * @param runs folder of the run directories
     */
    RunMatrix(CommandLine line, Surroundings surroundings, Optional<Path> data, KernelRequest kernels, Path runs) {
        this.line = line;
        this.surroundings = surroundings;
        this.data = data;
        this.kernels = kernels;
        this.runs = runs;
    }

    /**
     * @return exit code: that of the first failed run, {@value #INTERRUPTED} after an interruption, 1 if the table lacks runs that another process is
     *     at, 0 otherwise
     */
    int carryOut(Experiment experiment, RunSelection selection, Plugins plugins) throws IOException {
        StopSignal stop = new StopSignal();
        PrintWriter err = line.getErr();
        List<RunOutcome> outcomes;
        try (Interruption interruption = new Interruption(stop, err)) {
            TrainingRun work = new TrainingRun(new InjectedAssembly(plugins), data, kernels, stop, Clock.systemUTC());
            outcomes = new ExperimentRunner(work, runs, stop)
                    .run(experiment, selection, new RunReporter(err, surroundings.terminal(), Snn.verbose(line)));
        }
        if (stop.raised() || outcomes.stream().anyMatch(outcome -> outcome.status() == Status.INTERRUPTED)) {
            return INTERRUPTED;
        }
        ResultTable table = new TableBuilder(runs).build(experiment.tablePlan());
        if (outcomes.stream().anyMatch(outcome -> outcome.status() != Status.FAILED)) {
            err.println();
            err.flush();
            line.getOut().print(TerminalTable.write(table));
            line.getOut().flush();
        }
        long elsewhere = outcomes.stream()
                .filter(outcome ->
                        outcome.status() == Status.BUSY && table.missing().contains(outcome.key()))
                .count();
        if (elsewhere > 0) {
            FailureHandler.print(
                    err,
                    "snn: ",
                    "the table is incomplete: another process is at " + elsewhere + " of the " + outcomes.size()
                            + " selected runs; repeat the command when it is done");
            err.flush();
        }
        return outcomes.stream()
                .flatMap(outcome -> outcome.failure().stream())
                .findFirst()
                .map(FailureHandler::exitCode)
                .orElse(elsewhere > 0 ? ExitCode.SOFTWARE : ExitCode.OK);
    }
}
