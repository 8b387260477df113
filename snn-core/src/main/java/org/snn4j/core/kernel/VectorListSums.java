package org.snn4j.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of the rows that a list names, added to what an array holds. One flat loop for each number of registers, for the reason given at {@link VectorRowSums}. */
final class VectorListSums {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();
    /** 512-bit processors have 32 registers, others 16. */
    private static final boolean MANY_REGISTERS = L >= 16;

    private VectorListSums() {}

    /** See {@link RowSums#add}. */
    static void add(
            float[] matrix,
            int offset,
            int[] starts,
            float[] factors,
            int from,
            int to,
            float[] target,
            int at,
            int length) {
        int done = 0;
        for (; MANY_REGISTERS && length - done >= 16 * L; done += 16 * L) {
            sum16(matrix, offset + done, starts, factors, from, to, target, at + done);
        }
        for (; length - done >= 8 * L; done += 8 * L) {
            sum8(matrix, offset + done, starts, factors, from, to, target, at + done);
        }
        if (length - done >= 4 * L) {
            sum4(matrix, offset + done, starts, factors, from, to, target, at + done);
            done += 4 * L;
        }
        for (; length - done >= L; done += L) {
            sum1(matrix, offset + done, starts, factors, from, to, target, at + done);
        }
        for (; done < length; done++) {
            sumLast(matrix, offset + done, starts, factors, from, to, target, at + done);
        }
    }

    private static void sumLast(
            float[] matrix, int offset, int[] starts, float[] factors, int from, int to, float[] target, int at) {
        float sum = target[at];
        for (int i = from; i < to; i++) {
            sum = Math.fma(factors[i], matrix[offset + starts[i]], sum);
        }
        target[at] = sum;
    }

    /** 1 vector, kept in registers over the whole list. */
    private static void sum1(
            float[] matrix, int offset, int[] starts, float[] factors, int from, int to, float[] target, int at) {
        FloatVector s0 = FloatVector.fromArray(LANES, target, at);
        for (int i = from; i < to; i++) {
            int p = offset + starts[i];
            FloatVector f = FloatVector.broadcast(LANES, factors[i]);
            s0 = f.fma(FloatVector.fromArray(LANES, matrix, p), s0);
        }
        s0.intoArray(target, at);
    }

    /** 4 vectors, kept in registers over the whole list. */
    private static void sum4(
            float[] matrix, int offset, int[] starts, float[] factors, int from, int to, float[] target, int at) {
        FloatVector s0 = FloatVector.fromArray(LANES, target, at);
        FloatVector s1 = FloatVector.fromArray(LANES, target, at + L);
        FloatVector s2 = FloatVector.fromArray(LANES, target, at + 2 * L);
        FloatVector s3 = FloatVector.fromArray(LANES, target, at + 3 * L);
        for (int i = from; i < to; i++) {
            int p = offset + starts[i];
            FloatVector f = FloatVector.broadcast(LANES, factors[i]);
            s0 = f.fma(FloatVector.fromArray(LANES, matrix, p), s0);
            s1 = f.fma(FloatVector.fromArray(LANES, matrix, p + L), s1);
            s2 = f.fma(FloatVector.fromArray(LANES, matrix, p + 2 * L), s2);
            s3 = f.fma(FloatVector.fromArray(LANES, matrix, p + 3 * L), s3);
        }
        s0.intoArray(target, at);
        s1.intoArray(target, at + L);
        s2.intoArray(target, at + 2 * L);
        s3.intoArray(target, at + 3 * L);
    }

    /** 8 vectors, kept in registers over the whole list. */
    private static void sum8(
            float[] matrix, int offset, int[] starts, float[] factors, int from, int to, float[] target, int at) {
        FloatVector s0 = FloatVector.fromArray(LANES, target, at);
        FloatVector s1 = FloatVector.fromArray(LANES, target, at + L);
        FloatVector s2 = FloatVector.fromArray(LANES, target, at + 2 * L);
        FloatVector s3 = FloatVector.fromArray(LANES, target, at + 3 * L);
        FloatVector s4 = FloatVector.fromArray(LANES, target, at + 4 * L);
        FloatVector s5 = FloatVector.fromArray(LANES, target, at + 5 * L);
        FloatVector s6 = FloatVector.fromArray(LANES, target, at + 6 * L);
        FloatVector s7 = FloatVector.fromArray(LANES, target, at + 7 * L);
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
        s0.intoArray(target, at);
        s1.intoArray(target, at + L);
        s2.intoArray(target, at + 2 * L);
        s3.intoArray(target, at + 3 * L);
        s4.intoArray(target, at + 4 * L);
        s5.intoArray(target, at + 5 * L);
        s6.intoArray(target, at + 6 * L);
        s7.intoArray(target, at + 7 * L);
    }

    /** 16 vectors, kept in registers over the whole list. */
    private static void sum16(
            float[] matrix, int offset, int[] starts, float[] factors, int from, int to, float[] target, int at) {
        FloatVector s0 = FloatVector.fromArray(LANES, target, at);
        FloatVector s1 = FloatVector.fromArray(LANES, target, at + L);
        FloatVector s2 = FloatVector.fromArray(LANES, target, at + 2 * L);
        FloatVector s3 = FloatVector.fromArray(LANES, target, at + 3 * L);
        FloatVector s4 = FloatVector.fromArray(LANES, target, at + 4 * L);
        FloatVector s5 = FloatVector.fromArray(LANES, target, at + 5 * L);
        FloatVector s6 = FloatVector.fromArray(LANES, target, at + 6 * L);
        FloatVector s7 = FloatVector.fromArray(LANES, target, at + 7 * L);
        FloatVector s8 = FloatVector.fromArray(LANES, target, at + 8 * L);
        FloatVector s9 = FloatVector.fromArray(LANES, target, at + 9 * L);
        FloatVector s10 = FloatVector.fromArray(LANES, target, at + 10 * L);
        FloatVector s11 = FloatVector.fromArray(LANES, target, at + 11 * L);
        FloatVector s12 = FloatVector.fromArray(LANES, target, at + 12 * L);
        FloatVector s13 = FloatVector.fromArray(LANES, target, at + 13 * L);
        FloatVector s14 = FloatVector.fromArray(LANES, target, at + 14 * L);
        FloatVector s15 = FloatVector.fromArray(LANES, target, at + 15 * L);
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
            s8 = f.fma(FloatVector.fromArray(LANES, matrix, p + 8 * L), s8);
            s9 = f.fma(FloatVector.fromArray(LANES, matrix, p + 9 * L), s9);
            s10 = f.fma(FloatVector.fromArray(LANES, matrix, p + 10 * L), s10);
            s11 = f.fma(FloatVector.fromArray(LANES, matrix, p + 11 * L), s11);
            s12 = f.fma(FloatVector.fromArray(LANES, matrix, p + 12 * L), s12);
            s13 = f.fma(FloatVector.fromArray(LANES, matrix, p + 13 * L), s13);
            s14 = f.fma(FloatVector.fromArray(LANES, matrix, p + 14 * L), s14);
            s15 = f.fma(FloatVector.fromArray(LANES, matrix, p + 15 * L), s15);
        }
        s0.intoArray(target, at);
        s1.intoArray(target, at + L);
        s2.intoArray(target, at + 2 * L);
        s3.intoArray(target, at + 3 * L);
        s4.intoArray(target, at + 4 * L);
        s5.intoArray(target, at + 5 * L);
        s6.intoArray(target, at + 6 * L);
        s7.intoArray(target, at + 7 * L);
        s8.intoArray(target, at + 8 * L);
        s9.intoArray(target, at + 9 * L);
        s10.intoArray(target, at + 10 * L);
        s11.intoArray(target, at + 11 * L);
        s12.intoArray(target, at + 12 * L);
        s13.intoArray(target, at + 13 * L);
        s14.intoArray(target, at + 14 * L);
        s15.intoArray(target, at + 15 * L);
    }
}
