package org.snn4j.core.kernel;

/** Adds up the parts of a gradient, in their order and in double precision. */
final class PartialSums {
    private static final int BLOCK = 1 << 14;

    /** Makes the sum of the values from {@code from} on, as many as {@code sum} has, all zero at first. */
    @FunctionalInterface
    private interface Block {
        void total(int from, double[] sum);
    }

    private PartialSums() {}

    /** The sum of a range of all arrays, into the first. */
    static void totali(float[][] parts, int first, int length) {
        forEachBlock(parts.length, length, (from, sum) -> {
            for (float[] part : parts) {
                add(part, first + from, sum);
            }
            narrow(sum, parts[0], first + from);
        });
    }

    /** The sum of the first values of all arrays, into the first array. */
    static void totali(HeapView[] parts, int length) {
        forEachBlock(parts.length, length, (from, sum) -> {
            float[] values = new float[sum.length];
            for (HeapView part : parts) {
                part.read(from, values, 0, values.length);
                add(values, 0, sum);
            }
            narrow(sum, values, 0);
            parts[0].write(from, values, 0, values.length);
        });
    }

    private static void forEachBlock(int parts, int length, Block block) {
        if (parts > 1) {
            Parallel.forEach((length + BLOCK - 1) / BLOCK, number -> {
                int from = number * BLOCK;
                block.total(from, new double[Math.min(BLOCK, length - from)]);
            });
        }
    }

    private static void add(float[] part, int from, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += part[from + i];
        }
    }

    private static void narrow(double[] sum, float[] target, int from) {
        for (int i = 0; i < sum.length; i++) {
            target[from + i] = (float) sum[i];
        }
    }
}
