package org.snn4j.core.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix [summands, columns] cut into tiles of equal width, [tile, summands, width], from {@link HeapAlignment#FIRST} on; zeros fill up the last tile.
 * {@link #DEPTH} rows of a tile stay in the cache together.
 */
final class ProductTiles {
    /** Rows of a tile that are at work at a time. */
    static final int DEPTH = 256;
    /** Columns of the widest tile. */
    private static final int WIDEST = 128;
    /** Widths are multiples of the longest vectors. */
    private static final int LANES = 16;

    final int summands;
    final int columns;
    /** Number of tiles. */
    final int count;
    /** Columns of a tile. */
    final int width;

    final float[] values;

    private ProductTiles(long summands, long columns, Workspace workspace) {
        this.summands = Math.toIntExact(summands);
        this.columns = Math.toIntExact(columns);
        this.count = (this.columns + WIDEST - 1) / WIDEST;
        int widest = (this.columns + count - 1) / count;
        this.width = (widest + LANES - 1) / LANES * LANES;
        this.values = workspace.take(Math.addExact(HeapAlignment.FIRST, Math.multiplyExact(this.summands, padded())));
    }

    /** Columns of all tiles. */
    int padded() {
        return count * width;
    }

    /** Where a row of a tile begins. */
    int at(int tile, int row) {
        return HeapAlignment.FIRST + (tile * summands + row) * width;
    }

    /** Tiles of a matrix; give the values back to the workspace. */
    static ProductTiles of(INDArray matrix, Workspace workspace) {
        ProductTiles tiles = new ProductTiles(matrix.size(0), matrix.size(1), workspace);
        HeapView view = HeapView.of(matrix);
        tiles.forEachPart((tile, row, rows) -> {
            int columns = tiles.columns(tile);
            for (int i = row; i < row + rows; i++) {
                int at = tiles.at(tile, i);
                view.read(i * tiles.columns + tile * tiles.width, tiles.values, at, columns);
                Arrays.fill(tiles.values, at + columns, at + tiles.width, 0f);
            }
        });
        return tiles;
    }

    /** Tiles of a transposed matrix, [columns, summands]. */
    static ProductTiles ofTransposed(INDArray matrix, Workspace workspace) {
        ProductTiles tiles = new ProductTiles(matrix.size(1), matrix.size(0), workspace);
        HeapView view = HeapView.of(matrix);
        tiles.forEachPart((tile, row, rows) -> {
            // One more than there are rows: columns at distances of a power of two fall into the same place of a cache.
            int stride = DEPTH + 1;
            float[] part = TaskArrays.take(0, tiles.width * stride);
            int columns = tiles.columns(tile);
            for (int column = 0; column < columns; column++) {
                view.read((tile * tiles.width + column) * tiles.summands + row, part, column * stride, rows);
            }
            Arrays.fill(part, columns * stride, tiles.width * stride, 0f);
            for (int i = 0; i < rows; i++) {
                take(part, i, stride, tiles.values, tiles.at(tile, row + i), tiles.width);
            }
        });
        return tiles;
    }

    /** A method of its own: small loops are compiled best alone. */
    private static void take(float[] from, int first, int stride, float[] to, int at, int count) {
        int source = first;
        for (int i = 0; i < count; i++) {
            to[at + i] = from[source];
            source += stride;
        }
    }

    /** Columns of a tile that the matrix has. */
    private int columns(int tile) {
        return Math.max(0, Math.min(width, columns - tile * width));
    }

    /** Rows of a tile. */
    private interface Part {
        void accept(int tile, int row, int rows);
    }

    private void forEachPart(Part task) {
        int blocks = (summands + DEPTH - 1) / DEPTH;
        Parallel.forEach(blocks, block -> {
            int row = block * DEPTH;
            for (int tile = 0; tile < count; tile++) {
                task.accept(tile, row, Math.min(DEPTH, summands - row));
            }
        });
    }
}
