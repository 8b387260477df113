package org.snn4j.core.kernel;

import org.snn4j.core.kernel.WinogradLoops.Rows;

/**
 * The gradient of a 3x3 convolution's weights from the gradients of transformed ones. Each task sums the products of all tiles for some inputs and outputs,
 * a matrix [in, out] for each product of a tile, and transforms them back while they are in the cache of its core.
 */
final class WinogradTapSums {
    /** Inputs of a task. */
    private static final int PART = 32;

    private static final int TAPS = Winograd.WINDOW * Winograd.WINDOW;
    /** Inputs transformed at a time. */
    private static final int BLOCK = 4;
    /** Keeps matrices and rows from beginning at the same place of a cache. */
    private static final int SKEW = 16;

    private final Winograd form;
    private final WinogradLoops loops;
    private final HeapView weights;
    private final int in;
    private final int out;
    private final int columns;

    /** @param weights gradient of the weights, [out, in, 3, 3] */
    WinogradTapSums(Winograd form, WinogradLoops loops, HeapView weights, int in, int out) {
        this.form = form;
        this.loops = loops;
        this.weights = weights;
        this.in = in;
        this.out = out;
        this.columns = WinogradTiles.columns(out);
    }

    /** @param more false for the first tiles, whose gradient replaces what is there */
    void add(WinogradTiles source, WinogradTiles gradient, int tiles, boolean more) {
        int parts = WinogradTiles.ceil(in, PART);
        Parallel.forEach(WinogradTiles.ceil(columns, DepthSums.PANEL) * parts, task -> {
            int column = task / parts * DepthSums.PANEL;
            int first = task % parts * PART;
            int width = Math.min(DepthSums.PANEL, columns - column);
            int inputs = Math.min(PART, in - first);
            int planeStride = PART * width + SKEW;
            float[] sums = TaskArrays.take(2, HeapAlignment.FIRST + form.planes * planeStride);
            for (int plane = 0; plane < form.planes; plane++) {
                Rows target = new Rows(sums, HeapAlignment.FIRST + plane * planeStride, width);
                sum(source, gradient, plane, first, inputs, column, tiles, target);
            }
            float[] rows = transform(sums, planeStride, inputs, width);
            write(rows, first, inputs, column, more);
        });
    }

    private void sum(
            WinogradTiles source,
            WinogradTiles gradient,
            int plane,
            int first,
            int inputs,
            int column,
            int tiles,
            Rows target) {
        DepthSums.add(
                loops,
                new Rows(source.values, source.place(plane) + first, source.rowStride),
                new Rows(gradient.values, gradient.place(plane) + column, gradient.rowStride),
                tiles,
                target,
                inputs,
                target.row(),
                false);
    }

    /** Back to taps, [output, input, tap] with rows of all inputs of a part. */
    private float[] transform(float[] sums, int planeStride, int inputs, int width) {
        float[] rows = TaskArrays.take(3, width * PART * TAPS);
        for (int i = 0; i < inputs; i += BLOCK) {
            int count = Math.min(BLOCK, inputs - i);
            int length = count * width;
            int row = Winograd.WINDOW * length;
            float[] narrow = TaskArrays.take(0, form.side * row);
            for (int v = 0; v < form.side; v++) {
                int from = HeapAlignment.FIRST + v * form.side * planeStride + i * width;
                loops.transform(
                        form, Winograd.Step.WEIGHTS_GRADIENT, sums, from, planeStride, narrow, v * row, length, length);
            }
            float[] taps = TaskArrays.take(1, TAPS * length);
            loops.transform(form, Winograd.Step.WEIGHTS_GRADIENT, narrow, 0, row, taps, 0, row, row);
            order(taps, count, width, rows, i * TAPS, inputs * TAPS);
        }
        return rows;
    }

    /** Taps [tap, input, output] as [output, input, tap]. */
    private static void order(float[] taps, int inputs, int width, float[] rows, int at, int row) {
        int stride = inputs * width;
        for (int o = 0; o < width; o++) {
            for (int i = 0; i < inputs; i++) {
                int from = i * width + o;
                int to = at + o * row + i * TAPS;
                for (int tap = 0; tap < TAPS; tap++) {
                    rows[to + tap] = taps[from + tap * stride];
                }
            }
        }
    }

    private void write(float[] rows, int first, int inputs, int column, boolean more) {
        int row = inputs * TAPS;
        float[] before = TaskArrays.take(0, row);
        for (int o = 0; o < Math.min(DepthSums.PANEL, out - column); o++) {
            int at = ((column + o) * in + first) * TAPS;
            if (more) {
                weights.read(at, before, 0, row);
                add(before, rows, o * row, row);
            }
            weights.write(at, rows, o * row, row);
        }
    }

    private static void add(float[] before, float[] rows, int at, int length) {
        for (int k = 0; k < length; k++) {
            rows[at + k] += before[k];
        }
    }
}
