package org.snn4j.eval.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.snn4j.eval.run.Provenance.PluginJar;
import org.snn4j.eval.run.RunDirectory;
import org.snn4j.eval.run.RunResult;
import org.snn4j.transfer.train.TrainListener;

/** Carries out one run. */
public interface RunWork {
    /**
     * Does everything and writes every file, the result last. Writes nothing before it knows that it can begin.
     *
     * @param run what to do
     * @param directory where; the caller holds its lock and has found nothing in it that must be kept
     * @param listener hears how training goes
     * @return what was written as the result
     */
    RunResult perform(PlannedRun run, RunDirectory directory, TrainListener listener) throws IOException;

    /**
     * What the data folder now holds for a run, as its provenance would record it.
     *
     * @return empty if there is no data folder, or the run does not read it
     * @throws org.snn4j.core.ConfigurationException if the data are not there
     */
    default Optional<String> source(PlannedRun run) {
        return Optional.empty();
    }

    /**
     * Finds out whether the data of a run are there, and a batch of them has room in memory.
     *
     * @throws org.snn4j.core.ConfigurationException if not
     */
    default void checkData(PlannedRun run) {}

    /** Jars of others that take part in every run. */
    default List<PluginJar> plugins() {
        return List.of();
    }

    /**
     * Finds without data what would stop a run, for instance components that do not fit together.
     *
     * @throws org.snn4j.core.ConfigurationException with every problem
     */
    void check(PlannedRun run);
}
