package org.snn4j.core.kernel;

/**
 * Weights of a 3x3 convolution, transformed: a matrix for each product of a tile, [in, out], each cut into panels of columns so that a product reads it in one go.
 */
final class WinogradWeights implements WinogradPhases.Products {
    /** The matrices. */
    final float[] values;

    private final WinogradLoops loops;
    private final WinogradTaps taps;

    WinogradWeights(WinogradLoops loops, Workspace workspace, WinogradTaps taps) {
        this.loops = loops;
        this.taps = taps;
        int planeStride = taps.in * taps.columns;
        this.values = workspace.take(Math.multiplyExact(taps.form.planes, planeStride) + HeapAlignment.FIRST);
        int parts = WinogradTiles.ceil(taps.in, WinogradTaps.PART);
        Parallel.forEach(taps.panels() * parts, task -> {
            int panel = task / parts;
            int first = task % parts * WinogradTaps.PART;
            int inputs = Math.min(WinogradTaps.PART, taps.in - first);
            int width = taps.width(panel);
            float[] gathered = taps.gather(panel, first, inputs);
            for (int v = 0; v < taps.form.side; v++) {
                int to = place(v * taps.form.side, panel) + first * width;
                taps.row(gathered, inputs, width, v, values, to, planeStride);
            }
        });
    }

    int panels() {
        return taps.panels();
    }

    private int place(int plane, int panel) {
        return HeapAlignment.FIRST + (plane * taps.columns + panel * WinogradTaps.PANEL) * taps.in;
    }

    @Override
    public void multiply(WinogradTiles source, int tiles, WinogradTiles target) {
        int panels = panels();
        Parallel.forEach(
                taps.form.planes * panels, task -> multiply(task / panels, task % panels, source, tiles, target));
    }

    /** Products of one plane of tiles with one panel. */
    void multiply(int plane, int panel, WinogradTiles source, int rows, WinogradTiles target) {
        int width = taps.width(panel);
        loops.product(
                new WinogradLoops.Left(source.values, source.place(plane), source.rowStride, 1),
                new WinogradLoops.Rows(values, place(plane, panel), width),
                taps.in,
                new WinogradLoops.Rows(
                        target.values, target.place(plane) + panel * WinogradTaps.PANEL, target.rowStride),
                rows,
                width,
                false);
    }
}
