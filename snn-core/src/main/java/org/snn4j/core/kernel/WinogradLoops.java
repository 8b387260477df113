package org.snn4j.core.kernel;

/** The loops in which Winograd convolutions spend their time. */
interface WinogradLoops {
    /** Rows of a product come in multiples of this. */
    int ROWS = 4;

    /** Columns of a product come in multiples of this. */
    int COLUMNS = 16;

    /**
     * Left factor of a product: value (i, k) at {@code at + i * row + k * step}.
     *
     * @param values array that holds it
     * @param at place of the first value
     * @param row distance of rows
     * @param step distance along the depth
     */
    record Left(float[] values, int at, int row, int step) {}

    /** Right factor or result: value (k, j) at {@code at + k * row + j}. */
    record Rows(float[] values, int at, int row) {}

    /**
     * target(i, j) = sum over k of left(i, k) * right(k, j), for i in [0, rows) and j in [0, columns).
     *
     * @param depth number of products in each sum
     * @param add whether the sum is added to what the target holds
     */
    void product(Left left, Rows right, int depth, Rows target, int rows, int columns, boolean add);

    /** Transforms runs of values: value k of run i lies at {@code a + k * s + i}, its results at {@code b + k * t + i}. */
    void transform(Winograd tiles, Winograd.Step step, float[] x, int a, int s, float[] to, int b, int t, int length);

    /** to(i) = sum over k in [0, 3) of factors(k) * x(a + k * length + i), for i in [0, length), a multiple of {@link #COLUMNS}. */
    void combine(float[] factors, float[] x, int a, float[] to, int length);
}
