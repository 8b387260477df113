package org.snn4j.core.layer;

import org.snn4j.core.Check;

/**
 * Batch normalisation in front of neurons. Statistics are always those of one stream, as if the streams were separate passes.
 *
 * @param mode over which rows of a stream mean and variance are taken
 * @param epsilon added to the variance
 * @param momentum share of the new batch in the running statistics
 */
public record Normalization(Mode mode, double epsilon, double momentum) {
    /** Rows that share statistics. */
    public enum Mode {
        /** No normalisation. */
        NONE,
        /** Batch and time merged (R2ETL, SpikingJelly's multi-step mode). */
        MERGED,
        /** Each time step on its own (He et al., who run the network step by step). */
        PER_STEP
    }

    /** No normalisation. */
    public static final Normalization NONE = new Normalization(Mode.NONE, 1e-5, 0.1);
    /** Batch and time merged, PyTorch's epsilon and momentum. */
    public static final Normalization MERGED = new Normalization(Mode.MERGED, 1e-5, 0.1);
    /** Each step on its own, PyTorch's epsilon and momentum. */
    public static final Normalization PER_STEP = new Normalization(Mode.PER_STEP, 1e-5, 0.1);

    public Normalization {
        Check.notNull(mode, "mode");
        Check.greaterThan(epsilon, 0, "epsilon");
        Check.inRange(momentum, 0, 1, "momentum");
    }
}
