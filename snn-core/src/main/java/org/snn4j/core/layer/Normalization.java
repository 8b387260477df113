package org.snn4j.core.layer;

import org.snn4j.core.Check;

/**
 * Batch normalisation in front of neurons. Statistics are always those of one stream, as if the streams were separate passes.
 *
 * @param mode over which rows of a stream mean and variance are taken
 * @param epsilon added to the variance
 * @param momentum share of the new batch in the running statistics
 * @param running which streams share the running statistics that evaluation uses
 * @param scale start value of the weights
 */
public record Normalization(Mode mode, double epsilon, double momentum, Running running, double scale) {
    /** Rows that share statistics. */
    public enum Mode {
        /** No normalisation. */
        NONE,
        /** Batch and time merged (R2ETL, SpikingJelly's multi-step mode). */
        MERGED,
        /** Each time step on its own (He et al., who run the network step by step). */
        PER_STEP,
        /**
         * Batch and time merged, and each step's result multiplied by a learned factor of that step, which starts at 1: temporal effective batch
         * normalisation (Duan et al., NeurIPS 2022; SpikingJelly's TemporalEffectiveBatchNorm).
         */
        TEMPORAL_EFFECTIVE
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
        return new Normalization(mode, 1e-5, 0.1, running, 1);
    }

    /**
     * Threshold-dependent batch norm (Zheng et al., AAAI 2021): batch and time merged, weights that start at alpha times the threshold.
     *
     * @param scale that product; NDA's code has 0.5
     */
    public static Normalization thresholdDependent(double scale) {
        return new Normalization(Mode.MERGED, 1e-5, 0.1, Running.SHARED, scale);
    }

    public Normalization {
        Check.notNull(mode, "mode");
        Check.greaterThan(epsilon, 0, "epsilon");
        Check.inRange(momentum, 0, 1, "momentum");
        Check.notNull(running, "running");
        Check.finite(scale, "scale");
    }
}
