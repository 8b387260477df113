package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Share of values that are not zero, estimated from pieces of rows: what decides between sparse and dense work. A row is cut into equal stretches and a piece is read from each of
 * them, at another place every time, since at equal distances pieces would meet the same columns of every map. So few are read that it costs nothing beside that work, however large
 * the array is.
 */
final class Density {
    private static final int SAMPLED_ROWS = 16;
    /** Pieces of a sampled row. */
    private static final int PIECES = 16;
    /** Values of a piece of a long row. */
    private static final int LENGTH = 512;
    /** Multiples of it fill [0, 1) evenly, however many there are. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Density() {}

    static double of(INDArray array) {
        int rows = Math.toIntExact(array.size(0));
        int length = Math.toIntExact(array.length() / rows);
        int sampled = Math.min(SAMPLED_ROWS, rows);
        int pieces = length > PIECES * LENGTH ? PIECES : 1;
        int piece = pieces == 1 ? length : LENGTH;
        HeapView view = HeapView.of(array);
        float[] values = new float[piece];
        long count = 0;
        for (int i = 0; i < sampled; i++) {
            int row = (int) ((long) rows * i / sampled) * length;
            for (int p = 0; p < pieces; p++) {
                int first = (int) ((long) length * p / pieces);
                int last = (int) ((long) length * (p + 1) / pieces) - piece;
                view.read(row + first + place(i * pieces + p, last - first), values, 0, piece);
                count += nonZero(values);
            }
        }
        return (double) count / ((long) sampled * pieces * piece);
    }

    /** The place of a piece in [0, most]. */
    private static int place(int number, int most) {
        double multiple = number * GOLDEN;
        return (int) ((multiple - Math.floor(multiple)) * (most + 1));
    }

    private static int nonZero(float[] values) {
        int count = 0;
        for (float value : values) {
            count += NonZeros.one(value);
        }
        return count;
    }
}
