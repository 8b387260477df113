package org.snn4j.core.kernel;

/** Adds up the parts of a gradient, in their order and in double precision. */
final class PartialSums {
    private static final int BLOCK = 1 << 14;

    private PartialSums() {}

    /** Sum of arrays of equal length. */
    static float[] total(float[][] parts) {
        int length = parts[0].length;
        float[] total = new float[length];
        Parallel.forEach((length + BLOCK - 1) / BLOCK, block -> {
            int from = block * BLOCK;
            double[] sum = new double[Math.min(BLOCK, length - from)];
            for (float[] part : parts) {
                add(part, from, sum);
            }
            for (int i = 0; i < sum.length; i++) {
                total[from + i] = (float) sum[i];
            }
        });
        return total;
    }

    private static void add(float[] part, int from, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += part[from + i];
        }
    }
}
