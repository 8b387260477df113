package org.snn4j.core.network;

/** Shapes of signals before any pass: what an objective with parameters of its own needs to size them. */
public interface SignalShapes {
    /** T, time steps. */
    int steps();

    /** K, classes. */
    int classes();

    /** Shape of a signal for one sample at one step, without [T, N]: [K] for the logits, [C, H, W] or [F] for features. */
    long[] shape(SignalKey key);
}
