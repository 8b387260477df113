package org.snn4j.core.kernel;

import java.nio.ByteBuffer;

/**
 * Sums of weighted rows of a matrix: the loop in which sparse convolutions spend their time.
 *
 * <p>Each value is a chain of fused multiply-adds in the order of the list, so all implementations give the same bits.
 */
interface RowSums {
    /** Name of the kernels that use it. */
    String name();

    /** What it runs on, for people. */
    String description();

    /** Loops over neurons and channels that run on the same; a new instance for each thread. */
    BlockLoops loops();

    /** Share of non-zero inputs up to which a sparse convolution is faster than ND4J's dense operation. */
    double densityLimit();

    /** The same for the gradient of the weights where that of the input is wanted too, at stride 1: the dense operation computes both. */
    double gradientDensityLimit();

    /** Share of non-zero values up to which a {@link SparseProduct} of large matrices is faster than ND4J's. */
    double productLimit();

    /**
     * target[at + j] += factors[i] * matrix[offset + starts[i] + j] for all list positions i in [from, to) and all j in [0, length).
     *
     * @param starts where the rows begin
     */
    void add(
            float[] matrix,
            int offset,
            int[] starts,
            float[] factors,
            int from,
            int to,
            float[] target,
            int at,
            int length);

    /**
     * Writes the sum of each window: target[position + window * step + j] = first[firstAt + j] + factors[i] * matrix[offset + starts[i] + j] summed over the
     * list of the window, for all j in [0, length).
     */
    void write(
            float[] matrix,
            WindowRows rows,
            float[] first,
            int firstAt,
            HeapView target,
            int position,
            int step,
            int length);

    /** Values that {@link #list} may read and write beyond the end of a list. */
    int OVERRUN = 16;

    /**
     * starts[n + i - from] = (places[i] + shift) * scale and factors[n + i - from] = values[i] for i in [from, to).
     *
     * @return n + to - from, where the next list begins; what lies behind may be overwritten
     */
    int list(
            int[] places, float[] values, int from, int to, int shift, int scale, int[] starts, float[] factors, int n);

    /**
     * Adds each listed row at a place of its own: target[at + places[i] + j] += factors[i] * matrix[offset + starts[i] + j] for all i in [from, to), in
     * their order, and all j in [0, length).
     */
    void scatter(
            float[] matrix,
            int offset,
            int[] starts,
            float[] factors,
            int[] places,
            int from,
            int to,
            float[] target,
            int at,
            int length);

    /** Sets bit i of the words, 64 each, where value {@code from + i} of these single-precision numbers is neither 0 nor -0, for all i in [0, count). */
    void mark(ByteBuffer values, int from, int count, long[] words);
}
