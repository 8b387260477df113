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
        VectorListSums.add(matrix, offset, starts, factors, from, to, target, at, length);
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
        VectorWindowSums.write(matrix, rows, first, firstAt, target, position, step, length);
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
}
