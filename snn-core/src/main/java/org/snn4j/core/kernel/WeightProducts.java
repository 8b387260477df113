package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.kernel.WinogradLoops.Rows;

/**
 * The dense gradient of the weights of a convolution with any window whose padding is below its size: for each tap the product of all inputs with the gradients that they
 * meet through it. Single precision. ND4J has no operation for it alone.
 *
 * <p>Every sum is a task's own, so it is the same for any number of threads.
 */
final class WeightProducts {
    /** Inputs of a task. */
    private static final int PART = 32;
    /** Values of the frames at work at a time, so that they stay in the last-level cache. */
    private static final int GROUP = 1 << 21;

    private final WinogradLoops loops;
    private final Workspace workspace;
    private final Window window;
    private final MapsView input;
    private final MapsView gradient;
    private final WindowPhases phases;
    private final int columns;
    /** Distance of the sums of two taps. */
    private final int tapStride;

    WeightProducts(WinogradLoops loops, Workspace workspace, INDArray input, INDArray outGradient, Window window) {
        this.loops = loops;
        this.workspace = workspace;
        this.window = window;
        this.input = new MapsView(input);
        this.gradient = new MapsView(outGradient);
        this.phases = new WindowPhases(this.input, gradient, window);
        this.columns = WinogradTiles.columns(gradient.channels);
        this.tapStride = WinogradTiles.ceil(this.input.channels, WinogradLoops.ROWS) * WinogradLoops.ROWS * columns;
    }

    /** Values of the arrays that it takes from the workspace at a time, about. @param weights their number */
    static long workspace(long weights) {
        return 2 * weights + GROUP;
    }

    void weightGradient(INDArray weightGradient) {
        int area = window.size() * window.size();
        int perFrame = phases.inputLength() + phases.gradientLength();
        int most = Math.min(gradient.rows, Math.max(1, GROUP / perFrame));
        float[] frames = workspace.take(HeapAlignment.FIRST + Math.multiplyExact(most, perFrame));
        float[] sums = workspace.take(HeapAlignment.FIRST + Math.multiplyExact(area, tapStride));
        for (int first = 0; first < gradient.rows; first += most) {
            int group = first;
            int count = Math.min(most, gradient.rows - first);
            Parallel.forEach(count, frame -> {
                int at = HeapAlignment.FIRST + frame * perFrame;
                phases.readGradient(group + frame, frames, at);
                phases.readInput(group + frame, frames, at + phases.gradientLength());
            });
            add(frames, count, perFrame, sums, first > 0);
        }
        float[] ordered = workspace.take(Math.toIntExact(weightGradient.length()));
        ConvolutionWeights.ofTaps(sums, tapStride, columns, ordered, input.channels, gradient.channels, area);
        HeapView.of(weightGradient).write(0, ordered, 0, Math.toIntExact(weightGradient.length()));
        workspace.giveBack(frames, sums, ordered);
    }

    /** Adds a group of frames: a line of the window, some inputs and some outputs are a task. */
    private void add(float[] frames, int count, int perFrame, float[] sums, boolean more) {
        int parts = WinogradTiles.ceil(input.channels, PART);
        int panels = WinogradTiles.ceil(columns, DepthSums.PANEL);
        Parallel.forEach(window.size() * parts * panels, task -> {
            int ky = task % window.size();
            int first = task / window.size() % parts * PART;
            int column = task / window.size() / parts * DepthSums.PANEL;
            for (int frame = 0; frame < count; frame++) {
                int at = HeapAlignment.FIRST + frame * perFrame;
                for (int kx = 0; kx < window.size(); kx++) {
                    add(frames, at, ky, kx, first, column, sums, more || frame > 0);
                }
            }
        });
    }

    private void add(float[] frames, int at, int ky, int kx, int first, int column, float[] sums, boolean more) {
        int inputs = at + phases.gradientLength() + phases.shift(ky, kx) * phases.inputRow + first;
        int target = HeapAlignment.FIRST + (ky * window.size() + kx) * tapStride + first * columns + column;
        DepthSums.add(
                loops,
                new Rows(frames, inputs, phases.inputRow),
                new Rows(frames, at + column, phases.gradientRow),
                phases.places(),
                new Rows(sums, target, columns),
                Math.min(PART, input.channels - first),
                Math.min(DepthSums.PANEL, columns - column),
                more);
    }
}
