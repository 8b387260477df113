package org.snn4j.core.neuron;

/**
 * What happens to the potential after a spike s of a neuron charged to h.
 *
 * <p>{@link #hard()} resets: v = (1 - s)*h + s*potential. Soft reset: v = h - s*threshold. When {@link #detached()} the spike counts as a
 * constant in the backward pass of the reset (BrainCog does that, R2ETL and TET do not).
 */
public interface Reset {
    /** When a spike acts on the potential. */
    enum When {
        /** In its own step. */
        SAME_STEP,
        /** Lowers the charged potential of the next step, {@link #detached}; not with a hard reset. */
        NEXT_STEP,
        /** Not at all. */
        NEVER
    }

    /** True if a spike replaces the potential, false if it lowers it by the threshold. */
    boolean hard();

    /** Potential after a hard reset; 0 for a soft one. In both cases also the potential before the first step. */
    double potential();

    /** True if no gradient passes through the spike of the reset. */
    boolean detached();

    /** When a spike acts on the potential. */
    default When when() {
        return When.SAME_STEP;
    }
}
