package org.snn4j.eval.experiment;

import org.snn4j.transfer.train.TrainListener;

/** Hears how an experiment goes, on the thread that runs it. */
public interface ExperimentListener {
    /** Hears nothing. */
    ExperimentListener NONE = new ExperimentListener() {};

    /**
     * A run begins.
     *
     * @param number its position among the selected runs, from 1
     * @param total selected runs
     * @return hears how its training goes
     */
    default TrainListener runStarted(PlannedRun run, int number, int total) {
        return TrainListener.NONE;
    }

    /** A run is over, or was passed over without {@link #runStarted}; finished, failed or not. */
    default void runEnded(RunOutcome outcome, int number, int total) {}
}
