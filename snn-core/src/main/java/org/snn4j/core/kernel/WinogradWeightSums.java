package org.snn4j.core.kernel;

import org.snn4j.core.kernel.WinogradLoops.Left;
import org.snn4j.core.kernel.WinogradLoops.Rows;

/** The gradient of transformed weights: 36 matrices [in, out], summed over the tiles. */
final class WinogradWeightSums {
    private static final int PANEL = 64;
    /** Tiles summed at a time: their part of a panel stays in the first-level cache. */
    private static final int DEPTH = 64;

    private final WinogradLoops loops;
    private final int in;
    private final int out;
    private final int columns;
    private final int planeStride;
    /** The matrices. */
    final float[] values;

    WinogradWeightSums(WinogradLoops loops, Workspace workspace, int in, int out) {
        this.loops = loops;
        this.in = in;
        this.out = out;
        this.columns = WinogradTiles.columns(out);
        this.planeStride = WinogradTiles.ceil(in, WinogradLoops.ROWS) * WinogradLoops.ROWS * columns;
        this.values = workspace.take(Math.multiplyExact(Winograd.PLANES, planeStride));
    }

    /** @param more false for the first tiles */
    void add(WinogradTiles source, WinogradTiles gradient, int tiles, boolean more) {
        int panels = WinogradTiles.ceil(columns, PANEL);
        int rows = WinogradTiles.ceil(in, WinogradLoops.ROWS) * WinogradLoops.ROWS;
        Parallel.forEach(Winograd.PLANES * panels, task -> {
            int plane = task / panels;
            int column = task % panels * PANEL;
            int width = Math.min(PANEL, columns - column);
            Rows target = new Rows(values, plane * planeStride + column, columns);
            for (int tile = 0; tile < tiles; tile += DEPTH) {
                int left = plane * source.planeStride + tile * source.rowStride;
                int right = plane * gradient.planeStride + tile * gradient.rowStride + column;
                loops.product(
                        new Left(source.values, left, 1, source.rowStride),
                        new Rows(gradient.values, right, gradient.rowStride),
                        Math.min(DEPTH, tiles - tile),
                        target,
                        rows,
                        width,
                        more || tile > 0);
            }
        });
    }

    /** Back to the gradient of the weights, [3, 3, in, out]. */
    float[] taps() {
        float[] taps = new float[Winograd.WINDOW * Winograd.WINDOW * in * out];
        Parallel.forEach(in, c -> {
            int row = Winograd.WINDOW * out;
            float[] narrow = new float[Winograd.SIDE * row];
            for (int v = 0; v < Winograd.SIDE; v++) {
                int from = v * Winograd.SIDE * planeStride + c * columns;
                loops.transform(Winograd.WEIGHTS_GRADIENT, values, from, planeStride, narrow, v * row, out, out);
            }
            for (int x = 0; x < Winograd.WINDOW; x++) {
                loops.transform(
                        Winograd.WEIGHTS_GRADIENT,
                        narrow,
                        x * out,
                        row,
                        taps,
                        (x * in + c) * out,
                        Winograd.WINDOW * in * out,
                        out);
            }
        });
        return taps;
    }
}
