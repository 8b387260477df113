package org.snn4j.transfer;

import org.snn4j.core.Check;

/**
 * Position inside a training phase; all counts are 0-based.
 *
 * @param epoch current epoch
 * @param epochs epochs of the phase
 * @param batch current batch of the epoch
 * @param batches batches of an epoch
 */
public record Progress(int epoch, int epochs, int batch, int batches) {
    public Progress {
        Check.atLeast(epochs, 1, "epochs");
        Check.atLeast(batches, 1, "batches");
    }

    /** Share of all batches already seen, in [0, 1): (batch + epoch*batches) / (epochs*batches). */
    public double fraction() {
        return (batch + (double) epoch * batches) / ((double) epochs * batches);
    }
}
