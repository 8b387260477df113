package org.snn4j.transfer.train;

/** Tells a listener how long each part of a step took: from the end of the part before it, or from {@link #start}. */
final class StepClock {
    private final TrainListener listener;
    private long last;

    StepClock(TrainListener listener) {
        this.listener = listener;
    }

    void start() {
        last = System.nanoTime();
    }

    void done(StepPart part) {
        long now = System.nanoTime();
        listener.partDone(part, now - last);
        last = now;
    }
}
