package org.snn4j.core.kernel;

import org.snn4j.core.kernel.WinogradLoops.Left;
import org.snn4j.core.kernel.WinogradLoops.Rows;

/** Products of two long, narrow matrices, x<sup>T</sup> y, summed over a few of their rows at a time: the part of y that is at work stays in the first-level cache. */
final class DepthSums {
    /** Columns of y at work at a time. */
    static final int PANEL = 64;

    private static final int DEPTH = 64;

    private DepthSums() {}

    /**
     * target(i, j) = sum over k of x(k, i) * y(k, j), for j in [0, columns) and i in [0, rows) filled up to a multiple of {@link WinogradLoops#ROWS}.
     *
     * @param depth number of products in each sum
     * @param more whether the sum is added to what the target holds
     */
    static void add(WinogradLoops loops, Rows x, Rows y, int depth, Rows target, int rows, int columns, boolean more) {
        int whole = WinogradTiles.ceil(rows, WinogradLoops.ROWS) * WinogradLoops.ROWS;
        for (int k = 0; k < depth; k += DEPTH) {
            loops.product(
                    new Left(x.values(), x.at() + k * x.row(), 1, x.row()),
                    new Rows(y.values(), y.at() + k * y.row(), y.row()),
                    Math.min(DEPTH, depth - k),
                    target,
                    whole,
                    columns,
                    more || k > 0);
        }
    }
}
