package org.snn4j.core.kernel;

import java.nio.ByteBuffer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums kept in vector registers while a list of rows is walked once.
 *
 * <p>One flat loop for each number of registers: with a loop inside a loop, or with the registers in an array, the compiler of Java 17 puts every
 * vector on the heap and the sums become twenty times slower.
 */
final class VectorRowSums implements RowSums {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();
    /** A bit for each lane of two vectors: lanes of the first, lanes of the second. */
    private static final IntVector LOW_BITS = IntVector.broadcast(INTS, 1)
            .lanewise(VectorOperators.LSHL, IntVector.zero(INTS).addIndex(1));

    private static final IntVector HIGH_BITS = LOW_BITS.lanewise(VectorOperators.LSHL, L);
    /** 512-bit processors have 32 registers, others 16. */
    private static final boolean MANY_REGISTERS = L >= 16;

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public String description() {
        return "Java Vector API, " + LANES.vectorBitSize() + " bits";
    }

    @Override
    public BlockLoops loops() {
        return new VectorBlockLoops();
    }

    @Override
    public double densityLimit() {
        return 0.35;
    }

    @Override
    public double gradientDensityLimit() {
        return 0.3;
    }

    @Override
    public double productLimit() {
        return 0.3;
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
                add(matrix, offset + done, rows.starts, rows.factors, from, to, last, 0, length - done);
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

    /** Whole vectors only: most lists are shorter than one, and a loop of unknown length costs more than what is too much. */
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
        for (int i = from; i < to; i += L) {
            int next = n + i - from;
            IntVector.fromArray(INTS, places, i).add(shift).mul(scale).intoArray(starts, next);
            FloatVector.fromArray(LANES, values, i).intoArray(factors, next);
        }
        return n + to - from;
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
            addRow(matrix, offset + starts[i], factors[i], target, at + places[i], length);
        }
    }

    private static void addRow(float[] matrix, int start, float factor, float[] target, int at, int length) {
        FloatVector f = FloatVector.broadcast(LANES, factor);
        int j = 0;
        for (; j + L <= length; j += L) {
            f.fma(FloatVector.fromArray(LANES, matrix, start + j), FloatVector.fromArray(LANES, target, at + j))
                    .intoArray(target, at + j);
        }
        for (; j < length; j++) {
            target[at + j] = Math.fma(factor, matrix[start + j], target[at + j]);
        }
    }

    /** Java 17 turns a mask into a number only on the heap; lanes of bits, one for each value, are added up in registers. */
    @Override
    public void mark(ByteBuffer values, int from, int count, long[] words) {
        Object memory = VectorMemory.of(values);
        int marked = 2 * L <= Integer.SIZE ? count - count % (2 * L) : 0;
        for (int i = 0; i < marked; i += 2 * L) {
            IntVector low = bits(memory, from + i, LOW_BITS);
            IntVector high = bits(memory, from + i + L, HIGH_BITS);
            long found = low.or(high).reduceLanes(VectorOperators.OR) & 0xffff_ffffL;
            words[i >>> 6] = ((i & 63) == 0 ? 0 : words[i >>> 6]) | found << i;
        }
        NonZeros.mark(values, from, marked, count, words);
    }

    private static IntVector bits(Object memory, int position, IntVector bits) {
        FloatVector values = VectorMemory.load(memory, position);
        return IntVector.zero(INTS)
                .blend(bits, values.compare(VectorOperators.NE, 0f).cast(INTS));
    }

    private static void sumLast(
            float[] matrix, int offset, int[] starts, float[] factors, int from, int to, float[] target, int at) {
        float sum = target[at];
        for (int i = from; i < to; i++) {
            sum = Math.fma(factors[i], matrix[offset + starts[i]], sum);
        }
        target[at] = sum;
    }

    /** 1 vectors, kept in registers over the whole list. */
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
