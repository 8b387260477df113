package org.snn4j.core.kernel;

/** Each step for a group of frames before the next, its work shared plane by plane: weights are read once for many tiles. */
final class WinogradPhases implements WinogradOrder {
    /** Values of the transformed maps that are worked on at a time, so that they stay in the last-level cache. */
    private static final int GROUP = 1 << 22;
    /** Values of transformed weights that are made once and read by all tasks; of more, each task makes what it needs. */
    private static final int WHOLE_WEIGHTS = 1 << 22;

    private final WinogradLoops loops;
    private final Workspace workspace;

    WinogradPhases(WinogradLoops loops, Workspace workspace) {
        this.loops = loops;
        this.workspace = workspace;
    }

    @Override
    public void convolve(MapsView input, WinogradTaps weights, int padding, float[] bias, MapsView output) {
        if ((long) weights.form.planes * weights.in * weights.columns > WHOLE_WEIGHTS) {
            convolve(input, new WinogradRows(loops, weights), padding, bias, output);
        } else {
            WinogradWeights whole = new WinogradWeights(loops, workspace, weights);
            convolve(input, whole, padding, bias, output);
            workspace.giveBack(whole.values);
        }
    }

    /** Products of tiles with weights. */
    interface Products {
        /** target = source * weights in every plane, for that many tiles. */
        void multiply(WinogradTiles source, int tiles, WinogradTiles target);
    }

    private void convolve(MapsView input, Products weights, int padding, float[] bias, MapsView output) {
        int most = group(input, output);
        WinogradTiles source = new WinogradTiles(loops, workspace::take, most, output, input.channels);
        WinogradTiles target = new WinogradTiles(loops, workspace::take, most, output, output.channels);
        forEachGroup(output, most, (first, lines) -> {
            Parallel.forEach(lines, line -> source.read(Winograd.Step.INPUT, input, padding, first + line, line));
            weights.multiply(source, source.rows(lines), target);
            Parallel.forEach(lines, line -> target.write(line, output, first + line, bias));
        });
        workspace.giveBack(source.values, target.values);
    }

    @Override
    public void weightGradient(MapsView input, MapsView gradient, int padding, HeapView weightGradient) {
        int most = group(input, gradient);
        WinogradTiles source = new WinogradTiles(loops, workspace::take, most, gradient, input.channels);
        WinogradTiles target = new WinogradTiles(loops, workspace::take, most, gradient, gradient.channels);
        WinogradTapSums sums =
                new WinogradTapSums(gradient.form(), loops, weightGradient, input.channels, gradient.channels);
        forEachGroup(gradient, most, (first, lines) -> {
            Parallel.forEach(lines, line -> {
                source.read(Winograd.Step.INPUT, input, padding, first + line, line);
                target.read(Winograd.Step.OUTPUT_GRADIENT, gradient, 0, first + line, line);
            });
            sums.add(source, target, source.tiles(lines), first > 0);
        });
        workspace.giveBack(source.values, target.values);
    }

    /** Lines of tiles: [first, first + lines). */
    private interface Group {
        void accept(int first, int lines);
    }

    private static void forEachGroup(MapsView tiled, int most, Group task) {
        int lines = tiled.rows * tiled.form().tiles(tiled.height);
        for (int first = 0; first < lines; first += most) {
            task.accept(first, Math.min(most, lines - first));
        }
    }

    /** Values of the arrays that it takes from the workspace at a time. @param weights transformed */
    static long workspace(Winograd form, long[] input, int out, long weights) {
        return (weights <= WHOLE_WEIGHTS ? weights : 0)
                + frames(form, input[0], Math.toIntExact(input[1]), Math.toIntExact(input[2]), input[3], out)
                        * form.products(Math.toIntExact(input[1]), Math.toIntExact(input[2]))
                        * (input[3] + out);
    }

    /** Lines at a time: a cache full of values, and so many tiles that reading them takes as long as reading the weights. */
    private static int group(MapsView input, MapsView output) {
        Winograd form = output.form();
        long frames = frames(form, input.rows, output.height, output.width, input.channels, output.channels);
        return (int) frames * form.tiles(output.height);
    }

    private static long frames(Winograd form, long rows, int height, int width, long in, long out) {
        long channels = in + out;
        long tiles = in * out / channels;
        long tilesPerFrame = (long) form.tiles(height) * form.tiles(width);
        long perFrame = form.products(height, width) * channels;
        long frames = Math.max(GROUP / perFrame, (tiles + tilesPerFrame - 1) / tilesPerFrame);
        return Math.min(rows, Math.max(1, frames));
    }
}
