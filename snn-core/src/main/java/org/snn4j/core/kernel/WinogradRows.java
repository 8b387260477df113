package org.snn4j.core.kernel;

/**
 * Products of tiles with weights of which each task transforms what it needs, a panel of a row of planes: it stays in the cache of its core, and the whole of
 * them, up to seven times the memory of the weights, never exists.
 */
final class WinogradRows implements WinogradPhases.Products {
    /** Keeps matrices from beginning at the same place of a cache. */
    private static final int SKEW = WinogradLoops.COLUMNS;

    private final WinogradLoops loops;
    private final WinogradTaps weights;

    WinogradRows(WinogradLoops loops, WinogradTaps weights) {
        this.loops = loops;
        this.weights = weights;
    }

    @Override
    public void multiply(WinogradTiles source, int tiles, WinogradTiles target) {
        Parallel.forEach(weights.panels(), panel -> multiply(panel, source, tiles, target));
    }

    private void multiply(int panel, WinogradTiles source, int tiles, WinogradTiles target) {
        int side = weights.form.side;
        int width = weights.width(panel);
        int planeStride = weights.in * width + SKEW;
        float[] taps = weights.gather(panel, 0, weights.in);
        float[] matrices = TaskArrays.take(2, HeapAlignment.FIRST + side * planeStride);
        for (int v = 0; v < side; v++) {
            weights.row(taps, weights.in, width, v, matrices, HeapAlignment.FIRST, planeStride);
            for (int u = 0; u < side; u++) {
                int plane = v * side + u;
                int to = target.place(plane) + panel * WinogradTaps.PANEL;
                loops.product(
                        new WinogradLoops.Left(source.values, source.place(plane), source.rowStride, 1),
                        new WinogradLoops.Rows(matrices, HeapAlignment.FIRST + u * planeStride, width),
                        weights.in,
                        new WinogradLoops.Rows(target.values, to, target.rowStride),
                        tiles,
                        width,
                        false);
            }
        }
    }
}
