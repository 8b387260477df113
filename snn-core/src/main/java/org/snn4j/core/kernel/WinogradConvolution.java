package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A dense 3x3 convolution with stride 1 in a quarter or a fifth of the multiplications: forward and both gradients. Single precision. */
final class WinogradConvolution {
    private final WinogradLoops loops;
    private final Workspace workspace;
    private final WinogradOrder bands;
    private final WinogradOrder phases;

    WinogradConvolution(WinogradLoops loops, Workspace workspace) {
        this.loops = loops;
        this.workspace = workspace;
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

    /** out = input * weight + bias. */
    void forward(INDArray input, INDArray weight, INDArray bias, int padding, INDArray out) {
        float[] start = bias == null ? null : bias.dup().data().asFloat();
        WinogradWeights weights = WinogradWeights.forward(new MapsView(out).form(), loops, workspace, weight);
        convolve(input, weights, padding, start, out);
    }

    /** Gradient of the input: a convolution of the gradient with the weights turned by half a circle. */
    void inputGradient(INDArray weight, INDArray outGradient, int padding, INDArray inputGradient) {
        WinogradWeights weights =
                WinogradWeights.backward(new MapsView(inputGradient).form(), loops, workspace, weight);
        convolve(outGradient, weights, Winograd.WINDOW - 1 - padding, null, inputGradient);
    }

    private void convolve(INDArray input, WinogradWeights weights, int padding, float[] bias, INDArray out) {
        MapsView x = new MapsView(input);
        MapsView y = new MapsView(out);
        WinogradOrder order = WinogradBands.fitsWeights(x, y) ? bands : phases;
        order.convolve(x, weights, padding, bias, y);
        workspace.giveBack(weights.values);
    }

    /** Gradient of the weights. */
    void weightGradient(INDArray input, INDArray outGradient, int padding, INDArray weightGradient) {
        MapsView x = new MapsView(input);
        MapsView g = new MapsView(outGradient);
        WinogradOrder order = WinogradBands.fitsSums(x, g) ? bands : phases;
        WinogradWeightSums sums = order.weightSums(x, g, padding);
        int length = Math.toIntExact(weightGradient.length());
        float[] weights = workspace.take(length);
        sums.weights(weights);
        HeapView.of(weightGradient).write(0, weights, 0, length);
        workspace.giveBack(sums.values, weights);
    }
}
