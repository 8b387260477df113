package org.snn4j.core.kernel;

import org.snn4j.core.kernel.Winograd.Step;

/**
 * All steps for a few lines of tiles at a time, by one thread, in arrays that stay in its second-level cache, where the transformed weights of few
 * channels find room too; those of more are read from the last-level cache for every band.
 *
 * <p>Gradients of weights are summed in parts, cut by the shapes alone and added in their order.
 */
final class WinogradBands implements WinogradOrder {
    /** Values of the tiles of a band. */
    private static final int BAND = 1 << 18;
    /** Values of transformed weights up to which reading them for every band costs less than moving all tiles through the last-level cache. */
    private static final int WEIGHTS = 1 << 20;
    /** The same for their gradient, which every band reads and writes. */
    private static final int SUMS = 1 << 18;
    /** Parts of a gradient. */
    private static final int PARTS = 8;

    /** Slots of {@link TaskArrays}; reading and writing tiles take 0 and 1. */
    private static final int SOURCE = 2;

    private static final int TARGET = 3;

    private final WinogradLoops loops;
    private final Workspace workspace;

    WinogradBands(WinogradLoops loops, Workspace workspace) {
        this.loops = loops;
        this.workspace = workspace;
    }

    /** Whether there are few channels enough for {@link #convolve}. */
    static boolean fitsWeights(MapsView input, MapsView output) {
        return weights(input, output) <= WEIGHTS;
    }

    /** Whether there are few channels enough for {@link #weightGradient}. */
    static boolean fitsSums(MapsView input, MapsView output) {
        return weights(input, output) <= SUMS;
    }

    /** Values of the arrays that it takes from the workspace at a time. @param weights transformed */
    static long workspace(long weights) {
        return weights <= SUMS ? PARTS * weights : weights <= WEIGHTS ? weights : 0;
    }

    private static long weights(MapsView input, MapsView output) {
        return (long) output.form().planes * input.channels * output.channels;
    }

    @Override
    public void convolve(MapsView input, WinogradTaps taps, int padding, float[] bias, MapsView output) {
        WinogradWeights weights = new WinogradWeights(loops, workspace, taps);
        int tasks = weights.panels() * output.form().planes;
        int all = lines(output);
        int most = band(input, output);
        Parallel.forEach(WinogradTiles.ceil(all, most), band -> {
            int first = band * most;
            int lines = Math.min(most, all - first);
            WinogradTiles source = tiles(SOURCE, most, output, input.channels);
            WinogradTiles target = tiles(TARGET, most, output, output.channels);
            for (int line = 0; line < lines; line++) {
                source.read(Step.INPUT, input, padding, first + line, line);
            }
            for (int task = 0; task < tasks; task++) {
                weights.multiply(task / weights.panels(), task % weights.panels(), source, source.rows(lines), target);
            }
            for (int line = 0; line < lines; line++) {
                target.write(line, output, first + line, bias);
            }
        });
        workspace.giveBack(weights.values);
    }

    @Override
    public void weightGradient(MapsView input, MapsView gradient, int padding, HeapView weightGradient) {
        WinogradWeightSums sums = sums(input, gradient, padding);
        int length = Math.toIntExact(weightGradient.length());
        float[] weights = workspace.take(length);
        sums.weights(weights);
        weightGradient.write(0, weights, 0, length);
        workspace.giveBack(sums.values, weights);
    }

    private WinogradWeightSums sums(MapsView input, MapsView gradient, int padding) {
        int all = lines(gradient);
        int most = band(input, gradient);
        int parts = Math.min(PARTS, WinogradTiles.ceil(all, most));
        WinogradWeightSums[] sums = new WinogradWeightSums[parts];
        Parallel.forEach(parts, part -> {
            int begin = (int) ((long) all * part / parts);
            int end = (int) ((long) all * (part + 1) / parts);
            sums[part] = new WinogradWeightSums(gradient.form(), loops, workspace, input.channels, gradient.channels);
            WinogradTiles source = tiles(SOURCE, most, gradient, input.channels);
            WinogradTiles target = tiles(TARGET, most, gradient, gradient.channels);
            for (int first = begin; first < end; first += most) {
                int lines = Math.min(most, end - first);
                for (int line = 0; line < lines; line++) {
                    source.read(Step.INPUT, input, padding, first + line, line);
                    target.read(Step.OUTPUT_GRADIENT, gradient, 0, first + line, line);
                }
                for (int task = 0; task < sums[part].tasks(); task++) {
                    sums[part].add(task, source, target, source.tiles(lines), first > begin);
                }
            }
        });
        return WinogradWeightSums.total(sums, workspace);
    }

    private static int lines(MapsView tiled) {
        return tiled.rows * tiled.form().tiles(tiled.height);
    }

    private WinogradTiles tiles(int slot, int lines, MapsView tiled, int channels) {
        return new WinogradTiles(loops, length -> TaskArrays.take(slot, length), lines, tiled, channels);
    }

    /** Lines of a task, if possible so many that their tiles fill the rows of products. */
    private static int band(MapsView input, MapsView output) {
        int tiles = output.form().tiles(output.width);
        long perLine = (long) output.form().planes * tiles * (input.channels + output.channels);
        int lines = (int) Math.max(1, BAND / perLine);
        int unit = WinogradLoops.ROWS / gcd(WinogradLoops.ROWS, tiles);
        return lines < unit ? lines : lines / unit * unit;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
