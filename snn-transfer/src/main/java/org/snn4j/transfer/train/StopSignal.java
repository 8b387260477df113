package org.snn4j.transfer.train;

/** A flag by which another thread asks training to stop after the current batch. Once raised it stays so. */
public final class StopSignal {
    private volatile boolean raised;

    /** Asks training to stop. */
    public void raise() {
        raised = true;
    }

    /** True once somebody asked. */
    public boolean raised() {
        return raised;
    }
}
