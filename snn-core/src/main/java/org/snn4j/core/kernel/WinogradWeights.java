package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Weights of a 3x3 convolution, transformed: a matrix for each product of a tile, [in, out], each cut into panels of columns so that a product reads it in one go.
 */
final class WinogradWeights {
    private static final int PANEL = 64;
    private static final int TAPS = Winograd.WINDOW * Winograd.WINDOW;
    /** Inputs transformed at a time: their values share cache lines. */
    private static final int BLOCK = 4;

    /** Keeps neighbouring taps from falling into the same place of a cache. */
    private static final int SKEW = 16;

    /** The matrices. */
    final float[] values;

    private final Winograd form;
    private final WinogradLoops loops;
    private final int in;
    private final int columns;
    private final int tapStride;

    private WinogradWeights(Winograd form, WinogradLoops loops, Workspace workspace, int in, int out) {
        this.form = form;
        this.loops = loops;
        this.in = in;
        this.columns = WinogradTiles.columns(out);
        this.tapStride = columns + SKEW;
        this.values = workspace.take(Math.multiplyExact(form.planes, in * columns) + HeapAlignment.FIRST);
    }

    /** Weights [out, in, 3, 3] for a forward pass. */
    static WinogradWeights forward(Winograd form, WinogradLoops loops, Workspace workspace, INDArray weight) {
        int out = Math.toIntExact(weight.size(0));
        int in = Math.toIntExact(weight.size(1));
        float[] ordered = ConvolutionWeights.ordered(weight, workspace);
        WinogradWeights weights = new WinogradWeights(form, loops, workspace, in, out);
        Parallel.forEach((in + BLOCK - 1) / BLOCK, block -> {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, in - first);
            float[] taps = TaskArrays.take(0, count * TAPS * weights.tapStride);
            ConvolutionWeights.columns(ordered, first * TAPS, in * TAPS, out, count * TAPS, taps, weights.tapStride);
            for (int c = 0; c < count; c++) {
                weights.transform(first + c, taps, c * TAPS * weights.tapStride, weights.tapStride);
            }
        });
        workspace.giveBack(ordered);
        return weights;
    }

    /** The same weights for gradients on their way back: from outputs to inputs, turned by half a circle. */
    static WinogradWeights backward(Winograd form, WinogradLoops loops, Workspace workspace, INDArray weight) {
        int out = Math.toIntExact(weight.size(0));
        int in = Math.toIntExact(weight.size(1));
        float[] ordered = ConvolutionWeights.ordered(weight, workspace);
        WinogradWeights weights = new WinogradWeights(form, loops, workspace, out, in);
        Parallel.forEach(out, o -> {
            float[] taps = TaskArrays.take(0, TAPS * weights.tapStride);
            ConvolutionWeights.columns(ordered, o * in * TAPS, TAPS, in, TAPS, taps, weights.tapStride);
            weights.transform(o, taps, (TAPS - 1) * weights.tapStride, -weights.tapStride);
        });
        workspace.giveBack(ordered);
        return weights;
    }

    /** @param taps weights of one input; tap (y, x) begins at {@code at + (3 * y + x) * stride} */
    private void transform(int c, float[] taps, int at, int stride) {
        int row = Winograd.WINDOW * columns;
        float[] tall = TaskArrays.take(1, form.side * row);
        for (int x = 0; x < Winograd.WINDOW; x++) {
            int from = at + x * stride;
            loops.transform(
                    form, Winograd.Step.WEIGHTS, taps, from, Winograd.WINDOW * stride, tall, x * columns, row, columns);
        }
        for (int v = 0; v < form.side; v++) {
            for (int panel = 0; panel < panels(); panel++) {
                int from = v * row + panel * PANEL;
                int to = place(v * form.side, panel) + c * width(panel);
                loops.transform(
                        form, Winograd.Step.WEIGHTS, tall, from, columns, values, to, in * columns, width(panel));
            }
        }
    }

    int panels() {
        return WinogradTiles.ceil(columns, PANEL);
    }

    private int width(int panel) {
        return Math.min(PANEL, columns - panel * PANEL);
    }

    private int place(int plane, int panel) {
        return HeapAlignment.FIRST + (plane * columns + panel * PANEL) * in;
    }

    /** Products of one plane of tiles with one panel. */
    void multiply(int plane, int panel, WinogradTiles source, int rows, WinogradTiles target) {
        loops.product(
                new WinogradLoops.Left(source.values, source.place(plane), source.rowStride, 1),
                new WinogradLoops.Rows(values, place(plane, panel), width(panel)),
                in,
                new WinogradLoops.Rows(target.values, target.place(plane) + panel * PANEL, target.rowStride),
                rows,
                width(panel),
                false);
    }
}
