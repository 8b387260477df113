package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Weights of a 3x3 convolution on their way to the products of tiles: gathered for a panel of outputs, then transformed a row of planes at a time. */
final class WinogradTaps {
    /** Outputs of a panel. */
    static final int PANEL = 64;
    /** Inputs gathered at a time: what that reads of a weight's row fills whole lines of the cache. */
    static final int PART = 64;

    private static final int TAPS = Winograd.WINDOW * Winograd.WINDOW;
    /** Inputs transformed at a time: what comes between stays in the first-level cache. */
    private static final int BLOCK = 4;

    final Winograd form;
    /** Inputs of the product; gradients go from the outputs of the convolution to its inputs. */
    final int in;
    /** Outputs of the product, filled up to what a product of matrices takes. */
    final int columns;

    private final WinogradLoops loops;
    private final HeapView view;
    private final int out;
    private final boolean turned;

    private WinogradTaps(Winograd form, WinogradLoops loops, INDArray weight, boolean turned) {
        this.form = form;
        this.loops = loops;
        this.view = HeapView.of(weight);
        this.in = Math.toIntExact(weight.size(turned ? 0 : 1));
        this.out = Math.toIntExact(weight.size(turned ? 1 : 0));
        this.columns = WinogradTiles.columns(out);
        this.turned = turned;
    }

    /** Weights [out, in, 3, 3] for a forward pass. */
    static WinogradTaps forward(Winograd form, WinogradLoops loops, INDArray weight) {
        return new WinogradTaps(form, loops, weight, false);
    }

    /** The same weights for gradients on their way back: from outputs to inputs, turned by half a circle. */
    static WinogradTaps backward(Winograd form, WinogradLoops loops, INDArray weight) {
        return new WinogradTaps(form, loops, weight, true);
    }

    int panels() {
        return WinogradTiles.ceil(columns, PANEL);
    }

    int width(int panel) {
        return Math.min(PANEL, columns - panel * PANEL);
    }

    /**
     * Weights from the inputs [first, first + inputs) to a panel: [tap, input, output] for each block of inputs; those to columns without an output are
     * undefined. In the task's array 1; takes 0 too.
     */
    float[] gather(int panel, int first, int inputs) {
        int outputs = Math.min(PANEL, out - panel * PANEL);
        int width = width(panel);
        float[] rows = TaskArrays.take(0, PART * outputs * TAPS);
        float[] taps = TaskArrays.take(1, inputs * width * TAPS);
        for (int part = 0; part < inputs; part += PART) {
            int count = Math.min(PART, inputs - part);
            read(panel * PANEL, outputs, first + part, count, rows);
            for (int i = 0; i < count; i += BLOCK) {
                int to = (part + i) * width * TAPS;
                if (turned) {
                    turn(rows, i * outputs * TAPS, outputs, Math.min(BLOCK, count - i), taps, to, width);
                } else {
                    order(rows, i * TAPS, count * TAPS, outputs, Math.min(BLOCK, count - i), taps, to, width);
                }
            }
        }
        return taps;
    }

    private void read(int column, int outputs, int first, int inputs, float[] rows) {
        int row = (turned ? outputs : inputs) * TAPS;
        for (int k = 0; k < (turned ? inputs : outputs); k++) {
            int at = turned ? (first + k) * out + column : (column + k) * in + first;
            view.read(at * TAPS, rows, k * row, row);
        }
    }

    /** Weights [output, input, tap] as [tap, input, output]. */
    private static void order(
            float[] rows, int at, int row, int outputs, int inputs, float[] taps, int target, int width) {
        int stride = inputs * width;
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                int from = at + o * row + i * TAPS;
                int to = target + i * width + o;
                for (int tap = 0; tap < TAPS; tap++) {
                    taps[to + tap * stride] = rows[from + tap];
                }
            }
        }
    }

    /** Weights [input, output, tap] as [tap, input, output], the last tap first. */
    private static void turn(float[] rows, int at, int outputs, int inputs, float[] taps, int target, int width) {
        int stride = inputs * width;
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                int from = at + (i * outputs + o) * TAPS;
                int to = target + i * width + o;
                for (int tap = 0; tap < TAPS; tap++) {
                    taps[to + tap * stride] = rows[from + TAPS - 1 - tap];
                }
            }
        }
    }

    /**
     * Transforms what {@link #gather} brought for the planes [v * side, (v + 1) * side): matrices [inputs, width]. Takes the task's array 4.
     *
     * @param at where the first matrix begins; the others follow at distances of {@code planeStride}
     */
    void row(float[] taps, int inputs, int width, int v, float[] to, int at, int planeStride) {
        float[] narrow = TaskArrays.take(4, Winograd.WINDOW * BLOCK * width);
        for (int i = 0; i < inputs; i += BLOCK) {
            int length = Math.min(BLOCK, inputs - i) * width;
            loops.combine(form.weights[v], taps, i * width * TAPS, narrow, Winograd.WINDOW * length);
            loops.transform(form, Winograd.Step.WEIGHTS, narrow, 0, length, to, at + i * width, planeStride, length);
        }
    }
}
