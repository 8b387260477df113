package org.snn4j.core.kernel;

import java.util.Arrays;
import org.snn4j.core.kernel.WinogradLoops.Rows;

/** The gradient of transformed weights: a matrix [in, out] for each product of a tile, summed over the tiles. */
final class WinogradWeightSums {
    private static final int TAPS = Winograd.WINDOW * Winograd.WINDOW;
    /** Inputs transformed at a time: their values share cache lines. */
    private static final int BLOCK = 4;
    /** Keeps neighbouring taps from falling into the same place of a cache. */
    private static final int SKEW = 16;

    private final Winograd form;
    private final WinogradLoops loops;
    private final int in;
    private final int out;
    private final int columns;
    private final int planeStride;
    /** The matrices. */
    final float[] values;

    WinogradWeightSums(Winograd form, WinogradLoops loops, Workspace workspace, int in, int out) {
        this.form = form;
        this.loops = loops;
        this.in = in;
        this.out = out;
        this.columns = WinogradTiles.columns(out);
        this.planeStride = WinogradTiles.ceil(in, WinogradLoops.ROWS) * WinogradLoops.ROWS * columns;
        this.values = workspace.take(Math.multiplyExact(form.planes, planeStride) + HeapAlignment.FIRST);
    }

    /** Parts that the products of tiles fall into; each sums to a place of its own. */
    int tasks() {
        return form.planes * WinogradTiles.ceil(columns, DepthSums.PANEL);
    }

    /**
     * Adds one part of the products of tiles.
     *
     * @param more false for the first tiles
     */
    void add(int task, WinogradTiles source, WinogradTiles gradient, int tiles, boolean more) {
        int panels = WinogradTiles.ceil(columns, DepthSums.PANEL);
        int plane = task / panels;
        int column = task % panels * DepthSums.PANEL;
        DepthSums.add(
                loops,
                new Rows(source.values, source.place(plane), source.rowStride),
                new Rows(gradient.values, gradient.place(plane) + column, gradient.rowStride),
                tiles,
                new Rows(values, place(plane) + column, columns),
                in,
                Math.min(DepthSums.PANEL, columns - column),
                more);
    }

    /** The sum of all parts, in the first; the others' memory is given back. */
    static WinogradWeightSums total(WinogradWeightSums[] parts, Workspace workspace) {
        float[][] values = new float[parts.length][];
        Arrays.setAll(values, part -> parts[part].values);
        PartialSums.totali(values, HeapAlignment.FIRST, parts[0].form.planes * parts[0].planeStride);
        workspace.giveBack(Arrays.copyOfRange(values, 1, values.length));
        return parts[0];
    }

    private int place(int plane) {
        return HeapAlignment.FIRST + plane * planeStride;
    }

    /** Back to the gradient of the weights, [out, in, 3, 3]. */
    void weights(float[] ordered) {
        Parallel.forEach(WinogradTiles.ceil(in, BLOCK), block -> {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, in - first);
            int stride = out + SKEW;
            float[] taps = TaskArrays.take(0, count * TAPS * stride);
            for (int c = 0; c < count; c++) {
                transform(first + c, taps, c * TAPS * stride, stride);
            }
            ConvolutionWeights.rows(taps, stride, count * TAPS, ordered, first * TAPS, in * TAPS, out);
        });
    }

    private void transform(int c, float[] taps, int at, int stride) {
        int row = Winograd.WINDOW * out;
        float[] narrow = TaskArrays.take(1, form.side * row);
        for (int v = 0; v < form.side; v++) {
            int from = place(v * form.side) + c * columns;
            loops.transform(form, Winograd.Step.WEIGHTS_GRADIENT, values, from, planeStride, narrow, v * row, out, out);
        }
        for (int x = 0; x < Winograd.WINDOW; x++) {
            int to = at + x * stride;
            loops.transform(
                    form,
                    Winograd.Step.WEIGHTS_GRADIENT,
                    narrow,
                    x * out,
                    row,
                    taps,
                    to,
                    Winograd.WINDOW * stride,
                    out);
        }
    }
}
