package org.snn4j.core.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Product of two matrices that does work for the non-zero values of the first one only: spikes, pooled spikes, gradients of neurons inside the
 * surrogate's support. Single precision.
 *
 * <p>Each value is a chain of fused multiply-adds in the order of the summands: the same bits for any number of threads. A group of lines meets one tile of
 * the second matrix after the other, so that the tile stays in the cache.
 */
final class SparseProduct {
    /** Lines of a group. */
    private static final int LINES = 64;
    /** Groups that keep all cores at work. */
    private static final int GROUPS = 8;
    /** Keeps the sums of neighbouring lines from falling into the same place of a cache. */
    private static final int SKEW = 16;

    private final RowSums sums;
    private final HeapView factor;
    private final boolean transposed;
    private final int lines;
    private final ProductTiles tiles;

    /** @param factor the first matrix, [summands, lines] if it is transposed */
    private SparseProduct(RowSums sums, INDArray factor, boolean transposed, ProductTiles tiles) {
        this.sums = sums;
        this.factor = HeapView.of(factor);
        this.transposed = transposed;
        this.lines = Math.toIntExact(factor.size(transposed ? 1 : 0));
        this.tiles = tiles;
    }

    /** out = input weight<sup>T</sup> + bias; {@code bias} may be null. */
    static void forward(
            RowSums sums, Workspace workspace, INDArray input, INDArray weight, INDArray bias, INDArray out) {
        ProductTiles tiles = ProductTiles.ofTransposed(weight, workspace);
        float[] start =
                bias == null ? new float[tiles.columns] : bias.dup().data().asFloat();
        new SparseProduct(sums, input, false, tiles).writeTo(HeapView.of(out), start);
        workspace.giveBack(tiles.values);
    }

    /** inputGradient = outGradient weight. */
    static void inputGradient(
            RowSums sums, Workspace workspace, INDArray weight, INDArray outGradient, INDArray inputGradient) {
        ProductTiles tiles = ProductTiles.of(weight, workspace);
        new SparseProduct(sums, outGradient, false, tiles)
                .writeTo(HeapView.of(inputGradient), new float[tiles.columns]);
        workspace.giveBack(tiles.values);
    }

    /** weightGradient = outGradient<sup>T</sup> input, made as input<sup>T</sup> outGradient. */
    static void weightGradient(
            RowSums sums, Workspace workspace, INDArray input, INDArray outGradient, INDArray weightGradient) {
        ProductTiles tiles = ProductTiles.of(outGradient, workspace);
        new SparseProduct(sums, input, true, tiles).writeTransposedTo(HeapView.of(weightGradient));
        workspace.giveBack(tiles.values);
    }

    private void writeTo(HeapView target, float[] start) {
        forEachGroup((first, count, sum) -> {
            for (int line = 0; line < count; line++) {
                System.arraycopy(start, 0, sum, at(line), tiles.columns);
            }
            add(first, count, sum);
            for (int line = 0; line < count; line++) {
                target.write((first + line) * tiles.columns, sum, at(line), tiles.columns);
            }
        });
    }

    private void writeTransposedTo(HeapView target) {
        forEachGroup((first, count, sum) -> {
            Arrays.fill(sum, 0, at(count), 0f);
            add(first, count, sum);
            float[] column = new float[count];
            for (int c = 0; c < tiles.columns; c++) {
                for (int line = 0; line < count; line++) {
                    column[line] = sum[at(line) + c];
                }
                target.write(c * lines + first, column, 0, count);
            }
        });
    }

    /** Where the sums of a line of the group begin. */
    private int at(int line) {
        return HeapAlignment.FIRST + line * (tiles.padded() + SKEW);
    }

    /** Adds a group of lines, tile by tile. */
    private void add(int first, int count, float[] sum) {
        Lists lists = new Lists();
        for (int block = 0; block < tiles.summands; block += ProductTiles.DEPTH) {
            int depth = Math.min(ProductTiles.DEPTH, tiles.summands - block);
            if (transposed) {
                lists.ofColumns(block, depth, first, count);
            } else {
                lists.ofLines(first, count, block, depth);
            }
            for (int tile = 0; tile < tiles.count; tile++) {
                int offset = tiles.at(tile, block);
                for (int line = 0; line < count; line++) {
                    int from = line * ProductTiles.DEPTH;
                    sums.add(
                            tiles.values,
                            offset,
                            lists.starts,
                            lists.factors,
                            from,
                            from + lists.counts[line],
                            sum,
                            at(line) + tile * tiles.width,
                            tiles.width);
                }
            }
        }
    }

    /** What a group of lines is computed with. */
    private interface Group {
        void accept(int first, int count, float[] sum);
    }

    private void forEachGroup(Group task) {
        int groups = Math.max((lines + LINES - 1) / LINES, Math.min(GROUPS, lines));
        Parallel.forEach(groups, group -> {
            int first = (int) ((long) lines * group / groups);
            int last = (int) ((long) lines * (group + 1) / groups);
            task.accept(first, last - first, TaskArrays.take(0, at(LINES)));
        });
    }

    /** The non-zero values of a group of lines in one block of summands, line by line. */
    private final class Lists {
        private final int[] counts = new int[LINES];
        /** Where the rows begin that the values are multiplied with. */
        private final int[] starts = TaskArrays.ints(0, LINES * ProductTiles.DEPTH);

        private final float[] factors = TaskArrays.take(1, LINES * ProductTiles.DEPTH);
        private final int[] found = new int[Math.max(LINES, ProductTiles.DEPTH)];
        private final float[] values = new float[found.length];
        private final long[] marks = new long[found.length / NonZeros.WORD + 1];

        void ofLines(int first, int count, int block, int depth) {
            for (int line = 0; line < count; line++) {
                int from = (first + line) * tiles.summands + block;
                int n = find(from, depth);
                counts[line] = n;
                take(n, line * ProductTiles.DEPTH);
            }
        }

        private void take(int n, int slot) {
            for (int i = 0; i < n; i++) {
                starts[slot + i] = found[i] * tiles.width;
                factors[slot + i] = values[found[i]];
            }
        }

        void ofColumns(int block, int depth, int first, int count) {
            Arrays.fill(counts, 0);
            for (int summand = 0; summand < depth; summand++) {
                int from = (block + summand) * lines + first;
                deal(find(from, count), summand * tiles.width);
            }
        }

        private void deal(int n, int start) {
            for (int i = 0; i < n; i++) {
                int line = found[i];
                int slot = line * ProductTiles.DEPTH + counts[line]++;
                starts[slot] = start;
                factors[slot] = values[line];
            }
        }

        private int find(int from, int count) {
            factor.read(from, values, 0, count);
            sums.mark(factor.bytes(), from, count, marks);
            return NonZeros.list(marks, 0, count, found, 0);
        }
    }
}
