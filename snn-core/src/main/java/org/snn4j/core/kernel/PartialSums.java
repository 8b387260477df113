package org.snn4j.core.kernel;

/** Adds up the parts of a gradient, in their order and in double precision. */
final class PartialSums {
    private static final int BLOCK = 1 << 14;

    private PartialSums() {}

    /** The sum of a range of all arrays, into the first. */
    static void totali(float[][] parts, int first, int length) {
        if (parts.length == 1) {
            return;
        }
        Parallel.forEach((length + BLOCK - 1) / BLOCK, block -> {
            int from = first + block * BLOCK;
            double[] sum = new double[Math.min(BLOCK, first + length - from)];
            for (float[] part : parts) {
                add(part, from, sum);
            }
            for (int i = 0; i < sum.length; i++) {
                parts[0][from + i] = (float) sum[i];
            }
        });
    }

    private static void add(float[] part, int from, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += part[from + i];
        }
    }
}
