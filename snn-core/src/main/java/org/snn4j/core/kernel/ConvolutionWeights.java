package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Orders of convolution weights: [out, in, y, x] at the interface, [y, x, in, out] where each input meets all outputs at once. */
final class ConvolutionWeights {
    /** Input channels reordered at a time, through an array of their own: whole planes lie at distances that the caches map to one place. */
    private static final int BLOCK = 4;

    /** Keeps neighbouring columns from falling into the same place of a cache. */
    private static final int SKEW = 16;

    private ConvolutionWeights() {}

    /**
     * Weights [out, in, size, size] as [slice, size, size, in, out of the slice], from {@link HeapAlignment#FIRST} on.
     *
     * @param slice outputs of all slices but the last, which may have fewer
     */
    static float[] byTap(INDArray weight, int slice, Workspace workspace) {
        float[] ordered = ordered(weight, workspace);
        int out = Math.toIntExact(weight.size(0));
        int in = Math.toIntExact(weight.size(1));
        int area = Math.toIntExact(weight.size(2) * weight.size(3));
        float[] taps = workspace.take(HeapAlignment.FIRST + Math.toIntExact(weight.length()));
        forEachBlock(in, (first, count) -> {
            int stride = out + SKEW;
            float[] part = TaskArrays.take(0, count * area * stride);
            columns(ordered, first * area, in * area, out, count * area, part, stride);
            for (int i = 0; i < count * area; i++) {
                for (int o = 0; o < out; o += slice) {
                    int length = Math.min(slice, out - o);
                    int at = area * in * o + place(i % area, first + i / area, in, length);
                    System.arraycopy(part, i * stride + o, taps, at, length);
                }
            }
        });
        workspace.giveBack(ordered);
        return taps;
    }

    /**
     * Weights [out, in, size, size] as [size, in, size, out] with the columns of the window turned round, from {@link HeapAlignment#FIRST} on: what an input
     * adds to a line of outputs is one row.
     */
    static float[] mirrored(INDArray weight) {
        float[] ordered = weight.dup('c').data().asFloat();
        int out = Math.toIntExact(weight.size(0));
        int in = Math.toIntExact(weight.size(1));
        int size = Math.toIntExact(weight.size(2));
        float[] rows = new float[HeapAlignment.FIRST + ordered.length];
        for (int i = 0; i < ordered.length; i++) {
            int o = i / (in * size * size);
            int c = i / (size * size) % in;
            int ky = i / size % size;
            int kx = size - 1 - i % size;
            rows[HeapAlignment.FIRST + ((ky * in + c) * size + kx) * out + o] = ordered[i];
        }
        return rows;
    }

    /** Input channels of the block at work. */
    private interface Block {
        void accept(int first, int count);
    }

    private static void forEachBlock(int in, Block task) {
        Parallel.forEach(
                (in + BLOCK - 1) / BLOCK, block -> task.accept(block * BLOCK, Math.min(BLOCK, in - block * BLOCK)));
    }

    private static int place(int tap, int channel, int in, int out) {
        return HeapAlignment.FIRST + (tap * in + channel) * out;
    }

    /** The values in the order of the interface. */
    static float[] ordered(INDArray weight, Workspace workspace) {
        int length = Math.toIntExact(weight.length());
        float[] ordered = workspace.take(length);
        HeapView.of(weight).read(0, ordered, 0, length);
        return ordered;
    }

    /**
     * Back from [size, size, in, out] to the order of the interface.
     *
     * @param tapStride distance of the inputs of two taps
     * @param row distance of the outputs of two inputs
     */
    static void ofTaps(float[] taps, int tapStride, int row, float[] ordered, int in, int out, int area) {
        forEachBlock(in, (first, count) -> {
            int stride = out + SKEW;
            float[] part = TaskArrays.take(0, count * area * stride);
            for (int i = 0; i < count * area; i++) {
                int at = HeapAlignment.FIRST + i % area * tapStride + (first + i / area) * row;
                System.arraycopy(taps, at, part, i * stride, out);
            }
            rows(part, stride, count * area, ordered, first * area, in * area, out);
        });
    }

    /** Turns rows, {@code from[at + o * row + i]}, into columns, {@code to[i * stride + o]}. A method of its own: small loops are compiled best alone. */
    static void columns(float[] from, int at, int row, int rows, int count, float[] to, int stride) {
        for (int o = 0; o < rows; o++) {
            int source = at + o * row;
            int target = o;
            for (int i = 0; i < count; i++) {
                to[target] = from[source + i];
                target += stride;
            }
        }
    }

    /** Back from {@link #columns}. */
    static void rows(float[] from, int stride, int count, float[] to, int at, int row, int rows) {
        for (int o = 0; o < rows; o++) {
            int target = at + o * row;
            int source = o;
            for (int i = 0; i < count; i++) {
                to[target + i] = from[source];
                source += stride;
            }
        }
    }

    /** Weights of the convolution that carries gradients back: [in, out, size, size], turned by half a circle. */
    static INDArray turned(INDArray weight) {
        float[] ordered = weight.dup('c').data().asFloat();
        int out = Math.toIntExact(weight.size(0));
        int in = Math.toIntExact(weight.size(1));
        int area = Math.toIntExact(weight.size(2) * weight.size(3));
        float[] turned = new float[ordered.length];
        Parallel.forEach(in, c -> {
            for (int o = 0; o < out; o++) {
                for (int tap = 0; tap < area; tap++) {
                    turned[(c * out + o) * area + tap] = ordered[(o * in + c) * area + area - 1 - tap];
                }
            }
        });
        return Nd4j.createFromArray(turned).reshape(in, out, weight.size(2), weight.size(3));
    }
}
