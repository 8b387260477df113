package org.snn4j.core.kernel;

/**
 * The innermost loops of everything in a training step that is no product of matrices. Each runs over positions i in [from, to) of a tile, where
 * an array in ND4J's memory has the value {@code at + i} and a working array i itself.
 *
 * <p>Every value is computed by the same operations in the same order in all implementations, without fused multiply-adds, so they give the same
 * bits. An instance has working arrays of its own: one per thread.
 */
interface BlockLoops {
    /**
     * Charges by z = scale*y + shift, writes the spikes and leaves the potential after the reset in v; returns the spikes emitted.
     *
     * @param spikesAt what {@code at} is for the spikes
     */
    float fire(
            NeuronCoefficients c,
            HeapView y,
            int at,
            float[] scale,
            float[] shift,
            float[] v,
            HeapView spikes,
            int spikesAt,
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
            float reference,
            float[] distance,
            int from,
            int to);

    /**
     * One step backwards: reads the gradient of the spikes, writes dz and replaces dL/dh of the step after by that of this one. Position by position
     * the gradient is read before dz is written: both may be the same array.
     *
     * @param gradientAt what {@code at} is for the gradient of the spikes
     */
    void backward(
            NeuronCoefficients c,
            HeapView y,
            HeapView spikeGradient,
            int gradientAt,
            HeapView dz,
            int at,
            GradientTile tile,
            int from,
            int to);

    /** Adds x - pivot and its square to the sums per position. */
    void moments(HeapView x, int at, float[] pivot, float[] sum, float[] square, int from, int to);

    /** dz = a*dz + b*y + d. */
    void combine(HeapView dz, HeapView y, int at, float[] a, float[] b, float[] d, int from, int to);

    /** Averages the windows of one row: those whose first line begins at {@code from} of x, to {@code to} and behind. */
    void average(PoolWindow window, HeapView x, int from, HeapView pooled, int to);

    /** Gradient of {@link #average}; values that are in no window become 0. */
    void spread(PoolWindow window, HeapView pooledGradient, int from, HeapView gradient, int to);

    /**
     * Adam: mean = keptMean*mean + (1 - keptMean)*gradient, likewise of the square; then gradient = rate*mean / (sqrt(square) + epsilon).
     *
     * @param at position in all three arrays
     */
    void adam(
            HeapView gradient,
            HeapView mean,
            HeapView square,
            int at,
            float keptMean,
            float keptSquare,
            float rate,
            float epsilon,
            int from,
            int to);

    /** Momentum: sum = kept*sum + gradient; then gradient = rate*sum. */
    void momentum(HeapView gradient, HeapView sum, int at, float kept, float rate, int from, int to);
}
