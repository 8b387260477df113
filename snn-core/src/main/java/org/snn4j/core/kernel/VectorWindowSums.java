package org.snn4j.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of the rows that a window meets, written to ND4J's memory. One flat loop for each number of registers, for the reason given at {@link VectorRowSums}. */
final class VectorWindowSums {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();

    private VectorWindowSums() {}

    /** See {@link RowSums#write}. */
    static void write(
            float[] matrix,
            WindowRows rows,
            float[] first,
            int firstAt,
            HeapView target,
            int position,
            int step,
            int length) {
        Object memory = VectorMemory.of(target.bytes());
        int whole = length - length % L;
        float[] last = new float[L];
        for (int w = 0; w < rows.windows(); w++) {
            int offset = rows.offset(w);
            int from = rows.from(w);
            int to = rows.to(w);
            int at = position + w * step;
            int done = 0;
            for (; whole - done >= 8 * L; done += 8 * L) {
                write8(matrix, offset + done, rows, from, to, first, firstAt + done, memory, at + done);
            }
            if (whole - done >= 4 * L) {
                write4(matrix, offset + done, rows, from, to, first, firstAt + done, memory, at + done);
                done += 4 * L;
            }
            for (; done < whole; done += L) {
                write1(matrix, offset + done, rows, from, to, first, firstAt + done, memory, at + done);
            }
            if (done < length) {
                System.arraycopy(first, firstAt + done, last, 0, length - done);
                VectorListSums.add(matrix, offset + done, rows.starts, rows.factors, from, to, last, 0, length - done);
                target.write(at + done, last, 0, length - done);
            }
        }
    }

    /** 1 vector, kept in registers over the whole list. */
    private static void write1(
            float[] matrix,
            int offset,
            WindowRows rows,
            int from,
            int to,
            float[] first,
            int firstAt,
            Object memory,
            int at) {
        int[] starts = rows.starts;
        float[] factors = rows.factors;
        FloatVector s0 = FloatVector.fromArray(LANES, first, firstAt);
        for (int i = from; i < to; i++) {
            int p = offset + starts[i];
            FloatVector f = FloatVector.broadcast(LANES, factors[i]);
            s0 = f.fma(FloatVector.fromArray(LANES, matrix, p), s0);
        }
        VectorMemory.store(s0, memory, at);
    }

    /** 4 vectors, kept in registers over the whole list. */
    private static void write4(
            float[] matrix,
            int offset,
            WindowRows rows,
            int from,
            int to,
            float[] first,
            int firstAt,
            Object memory,
            int at) {
        int[] starts = rows.starts;
        float[] factors = rows.factors;
        FloatVector s0 = FloatVector.fromArray(LANES, first, firstAt);
        FloatVector s1 = FloatVector.fromArray(LANES, first, firstAt + L);
        FloatVector s2 = FloatVector.fromArray(LANES, first, firstAt + 2 * L);
        FloatVector s3 = FloatVector.fromArray(LANES, first, firstAt + 3 * L);
        for (int i = from; i < to; i++) {
            int p = offset + starts[i];
            FloatVector f = FloatVector.broadcast(LANES, factors[i]);
            s0 = f.fma(FloatVector.fromArray(LANES, matrix, p), s0);
            s1 = f.fma(FloatVector.fromArray(LANES, matrix, p + L), s1);
            s2 = f.fma(FloatVector.fromArray(LANES, matrix, p + 2 * L), s2);
            s3 = f.fma(FloatVector.fromArray(LANES, matrix, p + 3 * L), s3);
        }
        VectorMemory.store(s0, memory, at);
        VectorMemory.store(s1, memory, at + L);
        VectorMemory.store(s2, memory, at + 2 * L);
        VectorMemory.store(s3, memory, at + 3 * L);
    }

    /** 8 vectors, kept in registers over the whole list. */
    private static void write8(
            float[] matrix,
            int offset,
            WindowRows rows,
            int from,
            int to,
            float[] first,
            int firstAt,
            Object memory,
            int at) {
        int[] starts = rows.starts;
        float[] factors = rows.factors;
        FloatVector s0 = FloatVector.fromArray(LANES, first, firstAt);
        FloatVector s1 = FloatVector.fromArray(LANES, first, firstAt + L);
        FloatVector s2 = FloatVector.fromArray(LANES, first, firstAt + 2 * L);
        FloatVector s3 = FloatVector.fromArray(LANES, first, firstAt + 3 * L);
        FloatVector s4 = FloatVector.fromArray(LANES, first, firstAt + 4 * L);
        FloatVector s5 = FloatVector.fromArray(LANES, first, firstAt + 5 * L);
        FloatVector s6 = FloatVector.fromArray(LANES, first, firstAt + 6 * L);
        FloatVector s7 = FloatVector.fromArray(LANES, first, firstAt + 7 * L);
        for (int i = from; i < to; i++) {
            int p = offset + starts[i];
            FloatVector f = FloatVector.broadcast(LANES, factors[i]);
            s0 = f.fma(FloatVector.fromArray(LANES, matrix, p), s0);
            s1 = f.fma(FloatVector.fromArray(LANES, matrix, p + L), s1);
            s2 = f.fma(FloatVector.fromArray(LANES, matrix, p + 2 * L), s2);
            s3 = f.fma(FloatVector.fromArray(LANES, matrix, p + 3 * L), s3);
            s4 = f.fma(FloatVector.fromArray(LANES, matrix, p + 4 * L), s4);
            s5 = f.fma(FloatVector.fromArray(LANES, matrix, p + 5 * L), s5);
            s6 = f.fma(FloatVector.fromArray(LANES, matrix, p + 6 * L), s6);
            s7 = f.fma(FloatVector.fromArray(LANES, matrix, p + 7 * L), s7);
        }
        VectorMemory.store(s0, memory, at);
        VectorMemory.store(s1, memory, at + L);
        VectorMemory.store(s2, memory, at + 2 * L);
        VectorMemory.store(s3, memory, at + 3 * L);
        VectorMemory.store(s4, memory, at + 4 * L);
        VectorMemory.store(s5, memory, at + 5 * L);
        VectorMemory.store(s6, memory, at + 6 * L);
        VectorMemory.store(s7, memory, at + 7 * L);
    }
}
