package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Share of values that are not zero, estimated from rows spread evenly over an array: what decides between sparse and dense work. */
final class Density {
    private static final int SAMPLED_ROWS = 16;

    private Density() {}

    static double of(INDArray array) {
        int rows = Math.toIntExact(array.size(0));
        int length = Math.toIntExact(array.length() / rows);
        int sampled = Math.min(SAMPLED_ROWS, rows);
        HeapView view = HeapView.of(array);
        long[] counts = new long[sampled];
        Parallel.forEach(sampled, i -> {
            float[] row = TaskArrays.take(0, length);
            view.read((int) ((long) rows * i / sampled) * length, row, 0, length);
            counts[i] = nonZero(row, length);
        });
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return (double) sum / ((long) sampled * length);
    }

    private static int nonZero(float[] values, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += NonZeros.one(values[i]);
        }
        return count;
    }
}
