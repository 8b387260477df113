package org.snn4j.transfer.train;

import org.snn4j.core.Check;
import org.snn4j.core.optimize.LearningRateSchedule;
import org.snn4j.core.optimize.Optimizer;
import org.snn4j.data.augment.FrameAugmentation;
import org.snn4j.data.mix.SampleMixing;
import org.snn4j.data.pair.PairSampler;
import org.snn4j.transfer.method.TransferMethod;

/**
 * One stretch of training with its own method, schedule and optimizer state.
 *
 * @param name unique within a run
 * @param method what is shown and what is minimised
 * @param pairing order and partners of an epoch
 * @param augmentation random change of each recording at each visit; images stay as they are
 * @param sampleMixing mixing of recordings of a batch with each other, after the augmentation; images stay as they are
 * @param optimizer optimizer, fresh at the start of the phase
 * @param schedule learning rate by epoch of the phase
 * @param settings length and portions
 */
public record Phase(
        String name,
        TransferMethod method,
        PairSampler pairing,
        FrameAugmentation augmentation,
        SampleMixing sampleMixing,
        Optimizer optimizer,
        LearningRateSchedule schedule,
        TrainingSettings settings) {
    public Phase {
        Check.notBlank(name, "name of the phase");
        Check.notNull(method, "method");
        Check.notNull(pairing, "pairing");
        Check.notNull(augmentation, "augmentation");
        Check.notNull(sampleMixing, "sample mixing");
        Check.notNull(optimizer, "optimizer");
        Check.notNull(schedule, "schedule");
        Check.notNull(settings, "settings");
    }

    /** The same with another mixing of samples. */
    public Phase with(SampleMixing otherMixing) {
        return new Phase(name, method, pairing, augmentation, otherMixing, optimizer, schedule, settings);
    }

    /** The same with other pairs, length and portions. */
    public Phase with(PairSampler otherPairing, TrainingSettings otherSettings) {
        return new Phase(name, method, otherPairing, augmentation, sampleMixing, optimizer, schedule, otherSettings);
    }
}
