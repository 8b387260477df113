package org.snn4j.eval.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.eval.experiment.RunOutcome.Status;
import org.snn4j.eval.run.Provenance;
import org.snn4j.eval.run.Provenance.PluginJar;
import org.snn4j.eval.run.RunDirectory;
import org.snn4j.eval.run.RunLock;
import org.snn4j.eval.run.RunResult;
import org.snn4j.eval.run.RunState;
import org.snn4j.transfer.train.StopSignal;
import org.snn4j.transfer.train.TrainListener;

/**
 * Carries out the runs of an experiment in order.
 *
 * <p>Several processes may work on one folder: a run belongs to whoever holds its lock, the others pass it over. A finished run is not repeated, an
 * unfinished or interrupted one begins anew. A folder made with another configuration, or finished on other data than those now given, is refused before
 * anything trains.
 */
public final class ExperimentRunner {
    private final RunWork work;
    private final Path runs;
    private final StopSignal stop;

    /**
     * @param work what a run does
     * @param runs folder of all experiments
     * @param stop no run begins once it is raised
     */
    public ExperimentRunner(RunWork work, Path runs, StopSignal stop) {
        this.work = Check.notNull(work, "work");
        this.runs = Check.notNull(runs, "runs folder");
        this.stop = Check.notNull(stop, "stop");
    }

    /**
     * Runs what is selected; a failing run does not keep the next from its turn.
     *
     * @return one outcome per selected run, in order; fewer if it was stopped
     * @throws ConfigurationException before anything trains, with every problem of every selected run
     * @throws org.snn4j.data.DataFormatException before anything trains, if a folder holds a damaged file
     */
    public List<RunOutcome> run(Experiment experiment, RunSelection selection, ExperimentListener listener)
            throws IOException {
        List<PlannedRun> selected = selection.of(experiment);
        check(selected);
        List<RunOutcome> outcomes = new ArrayList<>();
        for (PlannedRun run : selected) {
            if (stop.raised()) {
                break;
            }
            int number = outcomes.size() + 1;
            RunOutcome outcome = attempt(run, () -> listener.runStarted(run, number, selected.size()));
            outcomes.add(outcome);
            listener.runEnded(outcome, number, selected.size());
        }
        return List.copyOf(outcomes);
    }

    private void check(List<PlannedRun> selected) throws IOException {
        List<String> problems = new ArrayList<>();
        List<PlannedRun> open = new ArrayList<>();
        for (PlannedRun run : selected) {
            RunDirectory directory = directory(run);
            if (directory.state() != RunState.FINISHED) {
                open.add(run);
            }
            if (directory.state() != RunState.ABSENT) {
                List<String> differences = differences(run, directory);
                problems.addAll(differences.isEmpty() ? otherMakings(run, directory) : differences);
            }
        }
        problems.addAll(VariantChecks.problems(selected, work::check));
        if (problems.isEmpty()) {
            problems.addAll(VariantChecks.problems(open, work::checkData));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private static List<String> differences(PlannedRun run, RunDirectory directory) throws IOException {
        Optional<String> identity = directory.identity();
        if (identity.isPresent() && identity.get().equals(run.identity())) {
            return List.of();
        }
        List<String> lines = ConfigDifference.lines(directory.configFile(), directory.config(), run.yaml());
        if (lines.isEmpty() && identity.isEmpty()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        problems.add(directory.folder()
                + ": holds a run of another configuration; remove it or choose another folder for runs");
        lines.forEach(line -> problems.add("  " + line));
        if (lines.isEmpty()) {
            problems.add("  no field differs, but the identity: " + identity.get() + " there, " + run.identity()
                    + " wanted");
        }
        return problems;
    }

    /** A finished run is not repeated, so it must have been made with the data and plug-ins that are given now. */
    private List<String> otherMakings(PlannedRun run, RunDirectory directory) throws IOException {
        if (directory.state() != RunState.FINISHED) {
            return List.of();
        }
        Provenance provenance = directory.provenance();
        List<String> problems = new ArrayList<>();
        for (PluginJar there : provenance.plugins()) {
            work.plugins().stream()
                    .filter(now ->
                            now.plugin().equals(there.plugin()) && !now.sha256().equals(there.sha256()))
                    .forEach(now -> problems.add(directory.folder() + ": holds a run made with another jar of plug-in "
                            + there.plugin() + ", SHA-256 " + there.sha256() + " there, " + now.sha256()
                            + " given; remove it or choose another folder for runs"));
        }
        return problems.isEmpty() ? otherData(run, directory, provenance.data().source()) : problems;
    }

    private List<String> otherData(PlannedRun run, RunDirectory directory, String there) {
        if (there.isEmpty()) {
            return List.of();
        }
        try {
            return work.source(run)
                    .filter(now -> !now.equals(there))
                    .map(now -> List.of(
                            directory.folder()
                                    + ": holds a run on other data than the data folder has; remove it or choose another folder for runs",
                            "  there " + there,
                            "  given " + now))
                    .orElse(List.of());
        } catch (ConfigurationException e) {
            return e.problems();
        }
    }

    private RunOutcome attempt(PlannedRun run, Supplier<TrainListener> begin) throws IOException {
        RunDirectory directory = directory(run);
        Optional<RunLock> taken = RunLock.tryAcquire(directory.folder());
        if (taken.isEmpty()) {
            return RunOutcome.busy(run.key());
        }
        RunLock lock = taken.get();
        try (lock) {
            // Another process may have been here between the check and the lock.
            if (directory.state() == RunState.FINISHED
                    && directory.result().identity().equals(run.identity())) {
                return RunOutcome.of(run.key(), Status.ALREADY_FINISHED, directory.result());
            }
            List<String> differences = directory.state() == RunState.ABSENT ? List.of() : differences(run, directory);
            if (!differences.isEmpty()) {
                return RunOutcome.failed(run.key(), new ConfigurationException(differences));
            }
            RunOutcome outcome = perform(run, directory, begin.get());
            if (outcome.status() == Status.FAILED) {
                lock.discard(runs);
            }
            return outcome;
        }
    }

    private RunOutcome perform(PlannedRun run, RunDirectory directory, TrainListener listener) {
        try {
            RunResult result = work.perform(run, directory, listener);
            return RunOutcome.of(run.key(), result.interrupted() ? Status.INTERRUPTED : Status.FINISHED, result);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return RunOutcome.failed(run.key(), e);
        }
    }

    private RunDirectory directory(PlannedRun run) {
        return new RunDirectory(run.key().folder(runs));
    }
}
