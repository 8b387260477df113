package org.snn4j.core;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Sums with the same bits for any number of threads: ND4J's own over whole arrays are in single precision and cut by the number of threads. */
public final class Sums {
    private Sums() {}

    /** Sum of all values, in double, in C order. */
    public static double of(INDArray array) {
        double sum = 0;
        for (double value : array.dup('c').data().asDouble()) {
            sum += value;
        }
        return sum;
    }
}
