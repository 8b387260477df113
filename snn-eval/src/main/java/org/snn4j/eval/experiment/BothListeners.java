package org.snn4j.eval.experiment;

import org.snn4j.data.dataset.PairedData;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.train.EpochRecord;
import org.snn4j.transfer.train.MemoryPlan;
import org.snn4j.transfer.train.Phase;
import org.snn4j.transfer.train.StepPart;
import org.snn4j.transfer.train.TrainListener;
import org.snn4j.transfer.train.TrainingResult;

/** Tells two listeners, the first one first. */
public record BothListeners(TrainListener first, TrainListener second) implements TrainListener {
    @Override
    public void opened(PairedData data) {
        first.opened(data);
        second.opened(data);
    }

    @Override
    public void planned(MemoryPlan memory) {
        first.planned(memory);
        second.planned(memory);
    }

    @Override
    public void phaseStarted(Phase phase) {
        first.phaseStarted(phase);
        second.phaseStarted(phase);
    }

    @Override
    public void epochStarted(String phase, Progress progress) {
        first.epochStarted(phase, progress);
        second.epochStarted(phase, progress);
    }

    @Override
    public void partDone(StepPart part, long nanoseconds) {
        first.partDone(part, nanoseconds);
        second.partDone(part, nanoseconds);
    }

    @Override
    public void batchDone(String phase, Progress progress, double loss) {
        first.batchDone(phase, progress, loss);
        second.batchDone(phase, progress, loss);
    }

    @Override
    public void epochDone(EpochRecord epoch) {
        first.epochDone(epoch);
        second.epochDone(epoch);
    }

    @Override
    public void finished(TrainingResult result) {
        first.finished(result);
        second.finished(result);
    }
}
