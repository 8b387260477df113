package org.snn4j.core.layer;

import org.snn4j.core.Check;

/**
 * Batch normalisation in front of neurons. Statistics are always those of one stream, as if the streams were separate passes.
 *
 * @param mode over which rows of a stream mean and variance are taken
 * @param epsilon added to the variance
 * @param momentum share of the new batch in the running statistics
 * @param running which streams share the running statistics that evaluation uses
 */
public record Normalization(Mode mode, double epsilon, double momentum, Running running) {
    /** Rows that share statistics. */
    public enum Mode {
        /** No normalisation. */
        NONE,
        /** Batch and time merged (R2ETL, SpikingJelly's multi-step mode). */
        MERGED,
        /** Each time step on its own (He et al., who run the network step by step). */
        PER_STEP
    }

    /** Who collects running statistics. */
    public enum Running {
        /**
         * All streams into one set, one after the other, as in the published code: images and recordings then mix in the statistics with which
         * recordings are evaluated.
         */
        SHARED,
        /** Each stream its own; recordings are evaluated with the statistics of recordings. */
        PER_STREAM
    }

    /** No normalisation. */
    public static final Normalization NONE = of(Mode.NONE, Running.SHARED);
    /** Batch and time merged, PyTorch's epsilon and momentum. */
    public static final Normalization MERGED = of(Mode.MERGED, Running.SHARED);
    /** Each step on its own, PyTorch's epsilon and momentum. */
    public static final Normalization PER_STEP = of(Mode.PER_STEP, Running.SHARED);

    /** With PyTorch's epsilon 1e-5 and momentum 0.1. */
    public static Normalization of(Mode mode, Running running) {
        return new Normalization(mode, 1e-5, 0.1, running);
    }

    public Normalization {
        Check.notNull(mode, "mode");
        Check.greaterThan(epsilon, 0, "epsilon");
        Check.inRange(momentum, 0, 1, "momentum");
        Check.notNull(running, "running");
    }
}
