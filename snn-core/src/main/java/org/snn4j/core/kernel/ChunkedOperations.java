package org.snn4j.core.kernel;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.core.Views;

/**
 * Convolutions and dense layers as ND4J operations on parts of the arrays, one native thread each, the parts side by side. One part on a device.
 *
 * <p>The parts follow from the shapes alone and their sums are taken in one order: the same bits for any number of threads.
 */
final class ChunkedOperations {
    private static final int CHUNKS = 8;
    /** Parts even of few pixels, for machines with as many cores. */
    private static final int FEW_CHUNKS = 4;
    /** Output pixels that make one more part worth it: in each of them the operation brings all weights into its own order again. */
    private static final int CHUNK_PIXELS = 1 << 11;
    /** Multiplications that make a chunk worth a call. */
    private static final long CHUNK_WORK = 1L << 23;
    /** Parts of a matrix product: each packs the whole other matrix again. */
    private static final int DENSE_CHUNKS = 4;
    /** Rows or outputs that keep a matrix product efficient. */
    private static final int DENSE_LENGTH = 32;

    private final DenseOperations dense;

    ChunkedOperations() {
        this(new DenseOperations());
    }

    ChunkedOperations(DenseOperations dense) {
        this.dense = dense;
    }

    /** Equal consecutive parts of an axis. */
    private record Cut(int length, int parts) {
        static Cut of(long length, long work, long most) {
            long wanted = Backend.inMainMemory() ? Math.min(work / CHUNK_WORK, Math.min(length, most)) : 1;
            return new Cut(Math.toIntExact(length), Math.toIntExact(Math.max(1, wanted)));
        }

        static Cut ofProduct(long length, long work) {
            return of(length, work, Math.min(DENSE_CHUNKS, length / DENSE_LENGTH));
        }

        int from(int part) {
            return (int) ((long) length * part / parts);
        }

        INDArray rows(INDArray array, int part) {
            return array == null || parts == 1 ? array : Views.rows(array, from(part), from(part + 1));
        }

        void forEach(IntConsumer task) {
            Parallel.forEach(parts, part -> NativeThreads.single(() -> task.accept(part)));
        }
    }

    private static Cut frames(INDArray input, INDArray weight, INDArray output) {
        long pixels = output.length() / weight.size(0);
        long most = Math.max(FEW_CHUNKS, Math.min(CHUNKS, pixels / CHUNK_PIXELS));
        return Cut.of(input.size(0), pixels * weight.length(), most);
    }

    void convolution(INDArray input, INDArray weight, INDArray bias, Window window, INDArray out) {
        Cut cut = frames(input, weight, out);
        cut.forEach(part -> dense.convolution(cut.rows(input, part), weight, bias, window, cut.rows(out, part)));
    }

    void convolutionBackward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            Window window,
            INDArray inputGradient,
            INDArray weightGradient,
            INDArray biasGradient) {
        Cut cut = frames(input, weight, outGradient);
        INDArray[] weights = new INDArray[cut.parts()];
        INDArray[] biases = new INDArray[cut.parts()];
        cut.forEach(part -> {
            weights[part] = target(cut, weightGradient);
            biases[part] = biasGradient == null ? null : target(cut, biasGradient);
            dense.convolutionBackward(
                    cut.rows(input, part),
                    weight,
                    cut.rows(outGradient, part),
                    window,
                    cut.rows(inputGradient, part),
                    weights[part],
                    biases[part]);
        });
        if (cut.parts() > 1) {
            total(weights, weightGradient);
            if (biasGradient != null) {
                total(biases, biasGradient);
            }
        }
    }

    /**
     * Values that the gradients of a convolution take at a time: of the weights all parts, and for each thread the one that the operation writes; of the input, with a
     * stride, one with its margin for each thread.
     */
    static long gradientValues(long[] input, long weights, Window window) {
        long copies = CHUNKS + Math.min(CHUNKS, Threads.count());
        long inputs = window.stride() == 1 ? 0 : input[0] * input[1] * input[2] * input[3];
        return Math.max(copies * weights, inputs * Math.min(FEW_CHUNKS, Threads.count()) / FEW_CHUNKS);
    }

    /** Only the input gradient of a convolution; with stride 1 it is itself a convolution, with the weights turned. Single precision. */
    void convolutionInputGradient(INDArray weight, INDArray outGradient, Window window, INDArray inputGradient) {
        if (window.stride() > 1 || window.padding() >= window.size()) {
            Cut cut = frames(inputGradient, weight, outGradient);
            cut.forEach(part -> dense.convolutionInputGradient(
                    weight, cut.rows(outGradient, part), window, cut.rows(inputGradient, part)));
            return;
        }
        Window back = new Window(window.size(), 1, window.size() - 1 - window.padding());
        convolution(outGradient, ConvolutionWeights.turned(weight), null, back, inputGradient);
    }

    /** Gradient of a bias: sums over all rows and pixels. Nothing if it is null. */
    void biasGradient(INDArray outGradient, INDArray biasGradient) {
        if (biasGradient != null) {
            NativeThreads.single(() -> dense.biasGradient(outGradient, biasGradient));
        }
    }

    void dense(INDArray input, INDArray weight, INDArray bias, INDArray out) {
        Cut cut = Cut.ofProduct(input.size(0), weight.length() * input.size(0));
        cut.forEach(part -> dense.dense(cut.rows(input, part), weight, bias, cut.rows(out, part)));
    }

    /** In parts of the rows. */
    void denseInputGradient(INDArray weight, INDArray outGradient, INDArray inputGradient) {
        Cut cut = Cut.ofProduct(outGradient.size(0), weight.length() * outGradient.size(0));
        cut.forEach(
                part -> dense.denseInputGradient(weight, cut.rows(outGradient, part), cut.rows(inputGradient, part)));
    }

    /** In parts of the outputs: no part shares a sum with another. */
    void denseWeightGradient(INDArray input, INDArray outGradient, INDArray weightGradient) {
        Cut cut = Cut.ofProduct(outGradient.size(1), weightGradient.length() * input.size(0));
        INDArray result = like(weightGradient);
        cut.forEach(part -> dense.denseWeightGradient(input, columns(outGradient, cut, part), cut.rows(result, part)));
        weightGradient.assign(result);
        result.close();
    }

    private static INDArray columns(INDArray array, Cut cut, int part) {
        return cut.parts() == 1
                ? array
                : array.get(NDArrayIndex.all(), NDArrayIndex.interval(cut.from(part), cut.from(part + 1)))
                        .dup('c');
    }

    /** Where a part of a gradient is written: to the gradient itself if it is the only one. */
    private static INDArray target(Cut cut, INDArray gradient) {
        return cut.parts() == 1 ? gradient : like(gradient);
    }

    private static INDArray like(INDArray array) {
        return Nd4j.createUninitialized(array.dataType(), array.shape(), 'c');
    }

    /** Sums in the order of the parts, which are freed. */
    private static void total(INDArray[] parts, INDArray target) {
        if (parts[0].dataType() == DataType.FLOAT) {
            PartialSums.totali(
                    Arrays.stream(parts).map(HeapView::of).toArray(HeapView[]::new),
                    Math.toIntExact(parts[0].length()));
        } else {
            for (int part = 1; part < parts.length; part++) {
                parts[0].addi(parts[part]);
            }
        }
        target.assign(parts[0]);
        for (INDArray part : parts) {
            part.close();
        }
    }
}
