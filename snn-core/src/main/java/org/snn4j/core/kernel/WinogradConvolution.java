package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A dense 3x3 convolution with stride 1 in a quarter or a fifth of the multiplications: forward and both gradients. Single precision. */
final class WinogradConvolution {
    private final WinogradLoops loops;
    private final WinogradOrder bands;
    private final WinogradOrder phases;

    WinogradConvolution(WinogradLoops loops, Workspace workspace) {
        this.loops = loops;
        this.bands = new WinogradBands(loops, workspace);
        this.phases = new WinogradPhases(loops, workspace);
    }

    static boolean fits(Window window) {
        return window.size() == Winograd.WINDOW && window.stride() == 1 && window.padding() < window.size();
    }

    /** Products for each output value, compared with those of tiles that all lie inside the map, at least 1. */
    static double excess(INDArray out) {
        MapsView maps = new MapsView(out);
        long least = (long) maps.height * maps.width * Winograd.TILES_OF_6.planes;
        double area = Winograd.TILES_OF_6.tile * Winograd.TILES_OF_6.tile;
        return maps.form().products(maps.height, maps.width) * area / least;
    }

    /** Values of the arrays that it takes from the workspace at a time, about. @param input its shape */
    static long workspace(long[] input, int out, Window window) {
        Winograd form =
                Winograd.covering(window.output(Math.toIntExact(input[1])), window.output(Math.toIntExact(input[2])));
        long weights = form.planes * input[3] * WinogradTiles.columns(out);
        return Math.max(WinogradBands.workspace(weights), WinogradPhases.workspace(form, input, out, weights));
    }

    /** out = input * weight + bias. */
    void forward(INDArray input, INDArray weight, INDArray bias, int padding, INDArray out) {
        float[] start = bias == null ? null : bias.dup().data().asFloat();
        WinogradTaps weights = WinogradTaps.forward(new MapsView(out).form(), loops, weight);
        convolve(input, weights, padding, start, out);
    }

    /** Gradient of the input: a convolution of the gradient with the weights turned by half a circle. */
    void inputGradient(INDArray weight, INDArray outGradient, int padding, INDArray inputGradient) {
        WinogradTaps weights = WinogradTaps.backward(new MapsView(inputGradient).form(), loops, weight);
        convolve(outGradient, weights, Winograd.WINDOW - 1 - padding, null, inputGradient);
    }

    private void convolve(INDArray input, WinogradTaps weights, int padding, float[] bias, INDArray out) {
        MapsView x = new MapsView(input);
        MapsView y = new MapsView(out);
        WinogradOrder order = WinogradBands.fitsWeights(x, y) ? bands : phases;
        order.convolve(x, weights, padding, bias, y);
    }

    /** Gradient of the weights. */
    void weightGradient(INDArray input, INDArray outGradient, int padding, INDArray weightGradient) {
        MapsView x = new MapsView(input);
        MapsView g = new MapsView(outGradient);
        WinogradOrder order = WinogradBands.fitsSums(x, g) ? bands : phases;
        order.weightGradient(x, g, padding, HeapView.of(weightGradient));
    }
}
