package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A dense 3x3 convolution with stride 1 in a quarter or a fifth of the multiplications: forward and both gradients. Single precision. */
final class WinogradConvolution {
    /** Values of the transformed maps that are worked on at a time, so that they stay in the last-level cache. */
    private static final int GROUP = 1 << 22;

    private final WinogradLoops loops;
    private final Workspace workspace;

    WinogradConvolution(WinogradLoops loops, Workspace workspace) {
        this.loops = loops;
        this.workspace = workspace;
    }

    static boolean fits(Window window) {
        return window.size() == Winograd.WINDOW && window.stride() == 1 && window.padding() < window.size();
    }

    /** Products for each output value, compared with those of tiles that all lie inside the map, at least 1. */
    static double excess(INDArray out) {
        Maps maps = new Maps(out);
        long least = (long) maps.height * maps.width * Winograd.TILES_OF_6.planes;
        double area = Winograd.TILES_OF_6.tile * Winograd.TILES_OF_6.tile;
        return maps.form().products(maps.height, maps.width) * area / least;
    }

    /** out = input * weight + bias. */
    void forward(INDArray input, INDArray weight, INDArray bias, int padding, INDArray out) {
        float[] start = bias == null ? null : bias.dup().data().asFloat();
        convolve(input, WinogradWeights.forward(new Maps(out).form(), loops, workspace, weight), padding, start, out);
    }

    /** Gradient of the input: a convolution of the gradient with the weights turned by half a circle. */
    void inputGradient(INDArray weight, INDArray outGradient, int padding, INDArray inputGradient) {
        WinogradWeights weights = WinogradWeights.backward(new Maps(inputGradient).form(), loops, workspace, weight);
        convolve(outGradient, weights, Winograd.WINDOW - 1 - padding, null, inputGradient);
    }

    private void convolve(INDArray input, WinogradWeights weights, int padding, float[] bias, INDArray out) {
        Maps x = new Maps(input);
        Maps y = new Maps(out);
        Winograd form = y.form();
        int most = group(x, y);
        WinogradTiles source = new WinogradTiles(form, loops, workspace, most, y.height, y.width, x.channels);
        WinogradTiles target = new WinogradTiles(form, loops, workspace, most, y.height, y.width, y.channels);
        for (int first = 0; first < x.rows; first += most) {
            int frames = Math.min(most, x.rows - first);
            source.read(Winograd.Step.INPUT, x.view, x.height, x.width, first, frames, padding);
            int rows = source.rows(frames);
            int panels = weights.panels();
            Parallel.forEach(
                    form.planes * panels, task -> weights.multiply(task / panels, task % panels, source, rows, target));
            target.write(y.view, y.height, y.width, first, frames, bias);
        }
        workspace.giveBack(weights.values, source.values, target.values);
    }

    /** Gradient of the weights. */
    void weightGradient(INDArray input, INDArray outGradient, int padding, INDArray weightGradient) {
        Maps x = new Maps(input);
        Maps g = new Maps(outGradient);
        Winograd form = g.form();
        int most = group(x, g);
        WinogradTiles source = new WinogradTiles(form, loops, workspace, most, g.height, g.width, x.channels);
        WinogradTiles gradient = new WinogradTiles(form, loops, workspace, most, g.height, g.width, g.channels);
        WinogradWeightSums sums = new WinogradWeightSums(form, loops, workspace, x.channels, g.channels);
        for (int first = 0; first < x.rows; first += most) {
            int frames = Math.min(most, x.rows - first);
            source.read(Winograd.Step.INPUT, x.view, x.height, x.width, first, frames, padding);
            gradient.read(Winograd.Step.OUTPUT_GRADIENT, g.view, g.height, g.width, first, frames, 0);
            sums.add(source, gradient, source.tiles(frames), first > 0);
        }
        int length = Math.toIntExact(weightGradient.length());
        float[] weights = workspace.take(length);
        sums.weights(weights);
        HeapView.of(weightGradient).write(0, weights, 0, length);
        workspace.giveBack(source.values, gradient.values, sums.values, weights);
    }

    /** Frames at a time: a cache full of values, and so many tiles that reading them takes as long as reading the weights. */
    private static int group(Maps input, Maps output) {
        long tiles = (long) input.channels * output.channels / (input.channels + output.channels);
        Winograd form = output.form();
        long perFrame = form.products(output.height, output.width) * (input.channels + output.channels);
        long tilesPerFrame = (long) form.tiles(output.height) * form.tiles(output.width);
        long frames = Math.max(GROUP / perFrame, (tiles + tilesPerFrame - 1) / tilesPerFrame);
        return (int) Math.min(input.rows, Math.max(1, frames));
    }

    /** Channels-last maps of an array. */
    private static final class Maps {
        private final HeapView view;
        private final int rows;
        private final int height;
        private final int width;
        private final int channels;

        Maps(INDArray array) {
            view = HeapView.of(array);
            rows = Math.toIntExact(array.size(0));
            height = Math.toIntExact(array.size(1));
            width = Math.toIntExact(array.size(2));
            channels = Math.toIntExact(array.size(3));
        }

        Winograd form() {
            return Winograd.covering(height, width);
        }
    }
}
