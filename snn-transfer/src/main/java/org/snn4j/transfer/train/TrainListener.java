package org.snn4j.transfer.train;

import org.snn4j.data.dataset.PairedData;
import org.snn4j.transfer.Progress;

/** Hears how training goes, on the training thread, in the order of the methods here. */
public interface TrainListener {
    /** Hears nothing. */
    TrainListener NONE = new TrainListener() {};

    /** Training on these data will begin; before {@link #planned}. */
    default void opened(PairedData data) {}

    /** Training will begin, and take so much memory. */
    default void planned(MemoryPlan memory) {}

    /** A phase begins. */
    default void phaseStarted(Phase phase) {}

    /** An epoch of a phase begins; {@code progress} stands at its first batch. */
    default void epochStarted(String phase, Progress progress) {}

    /** A part of a training step is over; before {@link #batchDone}. {@link StepPart#PREPARATION} is that of the same batch, done ahead. */
    default void partDone(StepPart part, long nanoseconds) {}

    /** A batch has been trained on; {@code loss} is its weighted sum of objectives. */
    default void batchDone(String phase, Progress progress, double loss) {}

    /** An epoch is over, scoring included. */
    default void epochDone(EpochRecord epoch) {}

    /** Training is over: finished or interrupted. Not called when it failed. */
    default void finished(TrainingResult result) {}
}
