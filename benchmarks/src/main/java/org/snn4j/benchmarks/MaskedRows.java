package org.snn4j.benchmarks;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gradient of a convolution's input at given places only: for each pixel the rows of output gradients that it meets are held in registers, and each
 * wanted input takes their products with its weights. Stride 1. Ordering the weights and listing the places is left out of the timing.
 *
 * <p>One flat loop for each number of registers: Java 17 puts vectors on the heap otherwise.
 */
final class MaskedRows {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();
    private static final int WIDE = 16;
    private static final int NARROW = 4;
    /** Index of a value at the begin of a line of the cache. */
    private static final int FIRST = 12;

    private final int frames;
    private final int side;
    private final int in;
    private final int out;
    private final int size;
    private final int padding;
    /** [taps][in][out]. */
    private final float[] weights;

    private final float[] gradient;
    /** Channels that are wanted, pixel by pixel, and where those of each pixel begin. */
    private final int[] wanted;

    private final int[] starts;
    private final float[] inputGradient;

    /** @param mask of the shape of the input: not zero where the gradient is wanted */
    MaskedRows(ConvolutionCase arrays, INDArray mask) {
        this(arrays.weight, arrays.gradient, mask, arrays.window.padding());
    }

    /** @param gradient of the outputs, [frames, side, side, out], with as many pixels as the mask */
    MaskedRows(INDArray weight, INDArray gradient, INDArray mask, int padding) {
        frames = (int) mask.size(0);
        side = (int) mask.size(1);
        in = (int) mask.size(3);
        out = (int) weight.size(0);
        size = (int) weight.size(2);
        this.padding = padding;
        if (out % (NARROW * L) != 0) {
            throw new IllegalArgumentException("outputs are " + out + ", must be a multiple of " + NARROW * L);
        }
        weights = behindFirst(weight.permute(2, 3, 1, 0).dup('c'));
        this.gradient = behindFirst(gradient);
        inputGradient = new float[Math.toIntExact(mask.length())];
        float[] marks = mask.dup('c').data().asFloat();
        starts = new int[marks.length / in + 1];
        wanted = new int[marks.length];
        int n = 0;
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] != 0) {
                wanted[n++] = i % in;
            }
            if (i % in == in - 1) {
                starts[i / in + 1] = n;
            }
        }
    }

    private static float[] behindFirst(INDArray array) {
        float[] values = array.data().asFloat();
        float[] moved = new float[FIRST + values.length];
        System.arraycopy(values, 0, moved, FIRST, values.length);
        return moved;
    }

    /** [frames, side, side, in], 0 at all other places. */
    float[] inputGradient() {
        IntStream.range(0, frames * side).parallel().forEach(this::line);
        return inputGradient;
    }

    /** Tap by tap, so that the weights of one stay in the second-level cache. */
    private void line(int line) {
        int first = starts[line * side];
        int end = starts[(line + 1) * side];
        float[] sums = new float[FIRST + (end - first) * L];
        for (int tap = 0; tap < size * size; tap++) {
            int fromY = line % side + padding - tap / size;
            if (fromY < 0 || fromY >= side) {
                continue;
            }
            for (int x = 0; x < side; x++) {
                int fromX = x + padding - tap % size;
                if (fromX >= 0 && fromX < side) {
                    int row = (line / side * side + fromY) * side + fromX;
                    addTap(FIRST + row * out, FIRST + tap * in * out, line * side + x, sums, first);
                }
            }
        }
        for (int x = 0; x < side; x++) {
            int pixel = line * side + x;
            for (int i = starts[pixel]; i < starts[pixel + 1]; i++) {
                FloatVector lanes = FloatVector.fromArray(LANES, sums, FIRST + (i - first) * L);
                inputGradient[pixel * in + wanted[i]] = lanes.reduceLanes(VectorOperators.ADD);
            }
        }
    }

    private void addTap(int row, int weight, int pixel, float[] sums, int first) {
        int from = starts[pixel];
        int to = starts[pixel + 1];
        int done = 0;
        for (; out - done >= WIDE * L; done += WIDE * L) {
            add16(gradient, row + done, weights, weight + done, out, wanted, from, to, sums, first);
        }
        for (; done < out; done += NARROW * L) {
            add4(gradient, row + done, weights, weight + done, out, wanted, from, to, sums, first);
        }
    }

    /** 16 vectors of a row of gradients, held over the whole list of inputs. */
    private static void add16(
            float[] g,
            int at,
            float[] w,
            int weight,
            int out,
            int[] listed,
            int from,
            int to,
            float[] sums,
            int first) {
        FloatVector g0 = FloatVector.fromArray(LANES, g, at);
        FloatVector g1 = FloatVector.fromArray(LANES, g, at + L);
        FloatVector g2 = FloatVector.fromArray(LANES, g, at + 2 * L);
        FloatVector g3 = FloatVector.fromArray(LANES, g, at + 3 * L);
        FloatVector g4 = FloatVector.fromArray(LANES, g, at + 4 * L);
        FloatVector g5 = FloatVector.fromArray(LANES, g, at + 5 * L);
        FloatVector g6 = FloatVector.fromArray(LANES, g, at + 6 * L);
        FloatVector g7 = FloatVector.fromArray(LANES, g, at + 7 * L);
        FloatVector g8 = FloatVector.fromArray(LANES, g, at + 8 * L);
        FloatVector g9 = FloatVector.fromArray(LANES, g, at + 9 * L);
        FloatVector g10 = FloatVector.fromArray(LANES, g, at + 10 * L);
        FloatVector g11 = FloatVector.fromArray(LANES, g, at + 11 * L);
        FloatVector g12 = FloatVector.fromArray(LANES, g, at + 12 * L);
        FloatVector g13 = FloatVector.fromArray(LANES, g, at + 13 * L);
        FloatVector g14 = FloatVector.fromArray(LANES, g, at + 14 * L);
        FloatVector g15 = FloatVector.fromArray(LANES, g, at + 15 * L);
        for (int i = from; i < to; i++) {
            int p = weight + listed[i] * out;
            int s = FIRST + (i - first) * L;
            FloatVector even = FloatVector.fromArray(LANES, sums, s);
            even = g0.fma(FloatVector.fromArray(LANES, w, p), even);
            FloatVector odd = g1.mul(FloatVector.fromArray(LANES, w, p + L));
            even = g2.fma(FloatVector.fromArray(LANES, w, p + 2 * L), even);
            odd = g3.fma(FloatVector.fromArray(LANES, w, p + 3 * L), odd);
            even = g4.fma(FloatVector.fromArray(LANES, w, p + 4 * L), even);
            odd = g5.fma(FloatVector.fromArray(LANES, w, p + 5 * L), odd);
            even = g6.fma(FloatVector.fromArray(LANES, w, p + 6 * L), even);
            odd = g7.fma(FloatVector.fromArray(LANES, w, p + 7 * L), odd);
            even = g8.fma(FloatVector.fromArray(LANES, w, p + 8 * L), even);
            odd = g9.fma(FloatVector.fromArray(LANES, w, p + 9 * L), odd);
            even = g10.fma(FloatVector.fromArray(LANES, w, p + 10 * L), even);
            odd = g11.fma(FloatVector.fromArray(LANES, w, p + 11 * L), odd);
            even = g12.fma(FloatVector.fromArray(LANES, w, p + 12 * L), even);
            odd = g13.fma(FloatVector.fromArray(LANES, w, p + 13 * L), odd);
            even = g14.fma(FloatVector.fromArray(LANES, w, p + 14 * L), even);
            odd = g15.fma(FloatVector.fromArray(LANES, w, p + 15 * L), odd);
            even.add(odd).intoArray(sums, s);
        }
    }

    /** 4 vectors of a row of gradients, held over the whole list of inputs. */
    private static void add4(
            float[] g,
            int at,
            float[] w,
            int weight,
            int out,
            int[] listed,
            int from,
            int to,
            float[] sums,
            int first) {
        FloatVector g0 = FloatVector.fromArray(LANES, g, at);
        FloatVector g1 = FloatVector.fromArray(LANES, g, at + L);
        FloatVector g2 = FloatVector.fromArray(LANES, g, at + 2 * L);
        FloatVector g3 = FloatVector.fromArray(LANES, g, at + 3 * L);
        for (int i = from; i < to; i++) {
            int p = weight + listed[i] * out;
            int s = FIRST + (i - first) * L;
            FloatVector even = FloatVector.fromArray(LANES, sums, s);
            even = g0.fma(FloatVector.fromArray(LANES, w, p), even);
            FloatVector odd = g1.mul(FloatVector.fromArray(LANES, w, p + L));
            even = g2.fma(FloatVector.fromArray(LANES, w, p + 2 * L), even);
            odd = g3.fma(FloatVector.fromArray(LANES, w, p + 3 * L), odd);
            even.add(odd).intoArray(sums, s);
        }
    }
}
