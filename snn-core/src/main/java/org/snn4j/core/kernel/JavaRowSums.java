package org.snn4j.core.kernel;

import java.nio.ByteBuffer;

/** Loops that the compiler vectorises by itself. */
final class JavaRowSums implements RowSums {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public String description() {
        return "Java loops";
    }

    @Override
    public BlockLoops loops() {
        return new JavaBlockLoops();
    }

    @Override
    public double densityLimit() {
        return 0.035;
    }

    @Override
    public double gradientDensityLimit() {
        return 0.03;
    }

    @Override
    public double productLimit() {
        return 0.02;
    }

    @Override
    public void add(
            float[] matrix,
            int offset,
            int[] starts,
            float[] factors,
            int from,
            int to,
            float[] target,
            int at,
            int length) {
        for (int i = from; i < to; i++) {
            row(matrix, offset + starts[i], factors[i], target, at, length);
        }
    }

    @Override
    public void write(
            float[] matrix,
            WindowRows rows,
            float[] first,
            int firstAt,
            HeapView target,
            int position,
            int step,
            int length) {
        float[] sum = new float[length];
        for (int w = 0; w < rows.windows(); w++) {
            System.arraycopy(first, firstAt, sum, 0, length);
            add(matrix, rows.offset(w), rows.starts, rows.factors, rows.from(w), rows.to(w), sum, 0, length);
            target.write(position + w * step, sum, 0, length);
        }
    }

    @Override
    public int list(
            int[] places,
            float[] values,
            int from,
            int to,
            int shift,
            int scale,
            int[] starts,
            float[] factors,
            int n) {
        int next = n;
        for (int i = from; i < to; i++) {
            starts[next] = (places[i] + shift) * scale;
            factors[next] = values[i];
            next++;
        }
        return next;
    }

    @Override
    public void scatter(
            float[] matrix,
            int offset,
            int[] starts,
            float[] factors,
            int[] places,
            int from,
            int to,
            float[] target,
            int at,
            int length) {
        for (int i = from; i < to; i++) {
            row(matrix, offset + starts[i], factors[i], target, at + places[i], length);
        }
    }

    @Override
    public void mark(ByteBuffer values, int from, int count, long[] words) {
        NonZeros.mark(values, from, 0, count, words);
    }

    /** A method of its own: small loops are compiled best alone. */
    private static void row(float[] matrix, int start, float factor, float[] target, int at, int length) {
        for (int j = 0; j < length; j++) {
            target[at + j] = Math.fma(factor, matrix[start + j], target[at + j]);
        }
    }
}
