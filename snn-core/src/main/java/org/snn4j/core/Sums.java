package org.snn4j.core;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Sums with the same bits for any number of threads: ND4J's own over whole arrays are in single precision and cut by the number of threads. */
public final class Sums {
    /** Values that go through Java's heap at a time: larger arrays are old before they are garbage. */
    private static final long BLOCK = 1 << 16;

    private Sums() {}

    /** Sum of all values, in double, in C order. */
    public static double of(INDArray array) {
        INDArray ordered = array.dup('c');
        INDArray flat = ordered.reshape(ordered.length());
        double sum = 0;
        for (long from = 0; from < flat.length(); from += BLOCK) {
            INDArray block = Views.rows(flat, from, Math.min(from + BLOCK, flat.length()))
                    .dup('c');
            for (double value : block.data().asDouble()) {
                sum += value;
            }
            free(block);
        }
        free(ordered);
        return sum;
    }

    private static void free(INDArray copy) {
        if (copy.closeable()) {
            copy.close();
        }
    }
}
