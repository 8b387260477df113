package org.snn4j.core.kernel;

/**
 * The innermost loops of everything in a training step that is no product of matrices. Each runs over a tile: positions i in [from, to), where
 * an array of the step has the value {@code at + i}, a working array of the block {@code w + i} and an array per channel i itself.
 *
 * <p>Every value is computed by the same operations in the same order in all implementations, without fused multiply-adds, so they give the same bits.
 * An instance has working arrays of its own: one per thread.
 */
interface BlockLoops {
    /** Charges by z = scale*y + shift, writes the spikes and leaves the potential after the reset in v; returns the spikes emitted. */
    float fire(
            NeuronCoefficients c,
            HeapView y,
            int at,
            float[] scale,
            float[] shift,
            float[] v,
            int w,
            HeapView spikes,
            int from,
            int to);

    /** The same without spikes: keeps h - reference of this step instead. */
    void charge(
            NeuronCoefficients c,
            HeapView y,
            int at,
            float[] scale,
            float[] shift,
            float[] v,
            int w,
            float reference,
            float[] distance,
            int from,
            int to);

    /**
     * Gradient of h from that of the spikes and, in {@code carried}, that of the potential after the reset.
     *
     * @param distance h - threshold
     * @param surrogate derivative of the spike at that distance
     * @param chargeGradient receives dL/dh
     */
    void throughSpike(
            NeuronCoefficients c,
            HeapView spikeGradient,
            int at,
            float[] distance,
            float[] surrogate,
            float[] carried,
            float[] chargeGradient,
            int w,
            int from,
            int to);

    /** From dL/dh to dL/dv of the step before, in {@code carried}, and to dz = dL/dz, of which sums with and without y are kept per position. */
    void throughCharge(
            NeuronCoefficients c,
            float[] chargeGradient,
            float[] carried,
            int w,
            HeapView y,
            HeapView dz,
            int at,
            float[] gradientSum,
            float[] productSum,
            int from,
            int to);

    /** Adds x - pivot and its square to the sums per position. */
    void moments(HeapView x, int at, float[] pivot, float[] sum, float[] square, int from, int to);

    /** dz = a*dz + b*y + d. */
    void combine(HeapView dz, HeapView y, int at, float[] a, float[] b, float[] d, int from, int to);
}
