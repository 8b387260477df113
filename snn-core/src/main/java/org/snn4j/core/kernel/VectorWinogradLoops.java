package org.snn4j.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums kept in vector registers over the whole depth. One flat loop for each shape of a block, for the reason given at {@link VectorRowSums}. */
final class VectorWinogradLoops implements WinogradLoops {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();
    /** 512-bit processors have 32 registers, others 16. */
    private static final boolean MANY_REGISTERS = L >= 16;

    @Override
    public void product(Left left, Rows right, int depth, Rows target, int rows, int columns, boolean add) {
        int j = 0;
        for (; MANY_REGISTERS && columns - j >= 4 * L; j += 4 * L) {
            columns(4, left, right, depth, target, rows, j, add);
        }
        for (; columns - j >= 2 * L; j += 2 * L) {
            columns(2, left, right, depth, target, rows, j, add);
        }
        for (; j < columns; j += L) {
            columns(1, left, right, depth, target, rows, j, add);
        }
    }

    /** The columns from {@code j} on, so many vectors of them. */
    private static void columns(
            int vectors, Left left, Rows right, int depth, Rows target, int rows, int j, boolean add) {
        int width = vectors * L;
        Rows sums = add ? new Rows(new float[HeapAlignment.FIRST + ROWS * width], HeapAlignment.FIRST, width) : null;
        for (int i = 0; i < rows; i += ROWS) {
            int at = left.at() + i * left.row();
            Rows to = new Rows(target.values(), target.at() + i * target.row() + j, target.row());
            block(vectors, left, at, right, right.at() + j, depth, add ? sums : to);
            if (add) {
                add(sums, width, to);
            }
        }
    }

    private static void block(int vectors, Left left, int at, Rows right, int p, int depth, Rows to) {
        float[] a = left.values();
        float[] b = right.values();
        float[] c = to.values();
        switch (vectors) {
            case 4 -> block4(a, at, left.row(), left.step(), b, p, right.row(), depth, c, to.at(), to.row());
            case 2 -> block2(a, at, left.row(), left.step(), b, p, right.row(), depth, c, to.at(), to.row());
            default -> block1(a, at, left.row(), left.step(), b, p, right.row(), depth, c, to.at(), to.row());
        }
    }

    /** Not in the blocks themselves: the compiler of Java 17 now and then boxes the vectors of so long a method. */
    private static void add(Rows sums, int width, Rows target) {
        float[] x = sums.values();
        float[] to = target.values();
        for (int i = 0; i < ROWS; i++) {
            int from = sums.at() + i * sums.row();
            int at = target.at() + i * target.row();
            for (int k = 0; k < width; k += L) {
                FloatVector sum = FloatVector.fromArray(LANES, x, from + k);
                sum.add(FloatVector.fromArray(LANES, to, at + k)).intoArray(to, at + k);
            }
        }
    }

    @Override
    public void transform(
            Winograd tiles, Winograd.Step step, float[] x, int a, int s, float[] to, int b, int t, int length) {
        int whole = LANES.loopBound(length);
        run(tiles, step, x, a, s, to, b, t, whole);
        if (whole < length) {
            transformLast(tiles, step, x, a + whole, s, to, b + whole, t, length - whole);
        }
    }

    @Override
    public void combine(float[] factors, float[] x, int a, float[] to, int length) {
        FloatVector f0 = FloatVector.broadcast(LANES, factors[0]);
        FloatVector f1 = FloatVector.broadcast(LANES, factors[1]);
        FloatVector f2 = FloatVector.broadcast(LANES, factors[2]);
        for (int i = 0; i < length; i += L) {
            FloatVector sum = FloatVector.fromArray(LANES, x, a + i).mul(f0);
            sum = FloatVector.fromArray(LANES, x, a + length + i).fma(f1, sum);
            FloatVector.fromArray(LANES, x, a + 2 * length + i).fma(f2, sum).intoArray(to, i);
        }
    }

    private static void run(
            Winograd tiles, Winograd.Step step, float[] x, int a, int s, float[] to, int b, int t, int length) {
        switch (tiles) {
            case TILES_OF_4 -> VectorTilesOf4.run(step, x, a, s, to, b, t, length);
            case TILES_OF_6 -> VectorTilesOf6.run(step, x, a, s, to, b, t, length);
        }
    }

    /** Fewer runs than a vector has lanes: through a vector of their own. */
    private static void transformLast(
            Winograd tiles, Winograd.Step step, float[] x, int a, int s, float[] to, int b, int t, int length) {
        float[] in = new float[tiles.side * L];
        float[] out = new float[tiles.side * L];
        for (int k = 0; k < tiles.in(step); k++) {
            System.arraycopy(x, a + k * s, in, k * L, length);
        }
        run(tiles, step, in, 0, L, out, 0, L, L);
        for (int k = 0; k < tiles.out(step); k++) {
            System.arraycopy(out, k * L, to, b + k * t, length);
        }
    }

    /** 4 rows of 1 vector. */
    private static void block1(
            float[] a,
            int at,
            int row,
            int step,
            float[] b,
            int bAt,
            int bRow,
            int depth,
            float[] c,
            int cAt,
            int cRow) {
        FloatVector s00 = FloatVector.zero(LANES);
        FloatVector s10 = FloatVector.zero(LANES);
        FloatVector s20 = FloatVector.zero(LANES);
        FloatVector s30 = FloatVector.zero(LANES);
        for (int k = 0; k < depth; k++) {
            int p = bAt + k * bRow;
            FloatVector b0 = FloatVector.fromArray(LANES, b, p);
            int q = at + k * step;
            FloatVector a0 = FloatVector.broadcast(LANES, a[q]);
            s00 = a0.fma(b0, s00);
            FloatVector a1 = FloatVector.broadcast(LANES, a[q + row]);
            s10 = a1.fma(b0, s10);
            FloatVector a2 = FloatVector.broadcast(LANES, a[q + 2 * row]);
            s20 = a2.fma(b0, s20);
            FloatVector a3 = FloatVector.broadcast(LANES, a[q + 3 * row]);
            s30 = a3.fma(b0, s30);
        }
        s00.intoArray(c, cAt);
        s10.intoArray(c, cAt + cRow);
        s20.intoArray(c, cAt + 2 * cRow);
        s30.intoArray(c, cAt + 3 * cRow);
    }

    /** 4 rows of 2 vectors. */
    private static void block2(
            float[] a,
            int at,
            int row,
            int step,
            float[] b,
            int bAt,
            int bRow,
            int depth,
            float[] c,
            int cAt,
            int cRow) {
        FloatVector s00 = FloatVector.zero(LANES);
        FloatVector s01 = FloatVector.zero(LANES);
        FloatVector s10 = FloatVector.zero(LANES);
        FloatVector s11 = FloatVector.zero(LANES);
        FloatVector s20 = FloatVector.zero(LANES);
        FloatVector s21 = FloatVector.zero(LANES);
        FloatVector s30 = FloatVector.zero(LANES);
        FloatVector s31 = FloatVector.zero(LANES);
        for (int k = 0; k < depth; k++) {
            int p = bAt + k * bRow;
            FloatVector b0 = FloatVector.fromArray(LANES, b, p);
            FloatVector b1 = FloatVector.fromArray(LANES, b, p + L);
            int q = at + k * step;
            FloatVector a0 = FloatVector.broadcast(LANES, a[q]);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            FloatVector a1 = FloatVector.broadcast(LANES, a[q + row]);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            FloatVector a2 = FloatVector.broadcast(LANES, a[q + 2 * row]);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            FloatVector a3 = FloatVector.broadcast(LANES, a[q + 3 * row]);
            s30 = a3.fma(b0, s30);
            s31 = a3.fma(b1, s31);
        }
        s00.intoArray(c, cAt);
        s01.intoArray(c, cAt + L);
        s10.intoArray(c, cAt + cRow);
        s11.intoArray(c, cAt + cRow + L);
        s20.intoArray(c, cAt + 2 * cRow);
        s21.intoArray(c, cAt + 2 * cRow + L);
        s30.intoArray(c, cAt + 3 * cRow);
        s31.intoArray(c, cAt + 3 * cRow + L);
    }

    /** 4 rows of 4 vectors. */
    private static void block4(
            float[] a,
            int at,
            int row,
            int step,
            float[] b,
            int bAt,
            int bRow,
            int depth,
            float[] c,
            int cAt,
            int cRow) {
        FloatVector s00 = FloatVector.zero(LANES);
        FloatVector s01 = FloatVector.zero(LANES);
        FloatVector s02 = FloatVector.zero(LANES);
        FloatVector s03 = FloatVector.zero(LANES);
        FloatVector s10 = FloatVector.zero(LANES);
        FloatVector s11 = FloatVector.zero(LANES);
        FloatVector s12 = FloatVector.zero(LANES);
        FloatVector s13 = FloatVector.zero(LANES);
        FloatVector s20 = FloatVector.zero(LANES);
        FloatVector s21 = FloatVector.zero(LANES);
        FloatVector s22 = FloatVector.zero(LANES);
        FloatVector s23 = FloatVector.zero(LANES);
        FloatVector s30 = FloatVector.zero(LANES);
        FloatVector s31 = FloatVector.zero(LANES);
        FloatVector s32 = FloatVector.zero(LANES);
        FloatVector s33 = FloatVector.zero(LANES);
        for (int k = 0; k < depth; k++) {
            int p = bAt + k * bRow;
            FloatVector b0 = FloatVector.fromArray(LANES, b, p);
            FloatVector b1 = FloatVector.fromArray(LANES, b, p + L);
            FloatVector b2 = FloatVector.fromArray(LANES, b, p + 2 * L);
            FloatVector b3 = FloatVector.fromArray(LANES, b, p + 3 * L);
            int q = at + k * step;
            FloatVector a0 = FloatVector.broadcast(LANES, a[q]);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            s02 = a0.fma(b2, s02);
            s03 = a0.fma(b3, s03);
            FloatVector a1 = FloatVector.broadcast(LANES, a[q + row]);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            s12 = a1.fma(b2, s12);
            s13 = a1.fma(b3, s13);
            FloatVector a2 = FloatVector.broadcast(LANES, a[q + 2 * row]);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            s22 = a2.fma(b2, s22);
            s23 = a2.fma(b3, s23);
            FloatVector a3 = FloatVector.broadcast(LANES, a[q + 3 * row]);
            s30 = a3.fma(b0, s30);
            s31 = a3.fma(b1, s31);
            s32 = a3.fma(b2, s32);
            s33 = a3.fma(b3, s33);
        }
        s00.intoArray(c, cAt);
        s01.intoArray(c, cAt + L);
        s02.intoArray(c, cAt + 2 * L);
        s03.intoArray(c, cAt + 3 * L);
        s10.intoArray(c, cAt + cRow);
        s11.intoArray(c, cAt + cRow + L);
        s12.intoArray(c, cAt + cRow + 2 * L);
        s13.intoArray(c, cAt + cRow + 3 * L);
        s20.intoArray(c, cAt + 2 * cRow);
        s21.intoArray(c, cAt + 2 * cRow + L);
        s22.intoArray(c, cAt + 2 * cRow + 2 * L);
        s23.intoArray(c, cAt + 2 * cRow + 3 * L);
        s30.intoArray(c, cAt + 3 * cRow);
        s31.intoArray(c, cAt + 3 * cRow + L);
        s32.intoArray(c, cAt + 3 * cRow + 2 * L);
        s33.intoArray(c, cAt + 3 * cRow + 3 * L);
    }
}
