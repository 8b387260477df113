package org.snn4j.core.neuron;

/**
 * What happens to the potential after a spike: v = keep*h + ... written as one linear rule in h and the spike s.
 *
 * <p>{@link #hard()} resets: v = (1 - s)*h + s*potential. Soft reset: v = h - s*threshold. When {@link #detached()} the spike counts as a
 * constant in the backward pass of the reset (BrainCog does that, R2ETL and TET do not).
 */
public interface Reset {
    /** True if a spike replaces the potential, false if it lowers it by the threshold. */
    boolean hard();

    /** Potential after a hard reset; ignored by a soft one. Also the potential before the first step for a hard reset; a soft one starts at 0. */
    double potential();

    /** True if no gradient passes through the spike of the reset. */
    boolean detached();
}
