package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Convolutions and matrix products as single ND4J operations, whose last bits depend on the native threads: {@link ChunkedOperations} gives them one. */
final class DenseOperations {
    private static final int CHANNELS_LAST = 1;
    private static final int WEIGHTS_OUT_IN = 1;

    void convolution(INDArray input, INDArray weight, INDArray bias, Window window, INDArray out) {
        DynamicCustomOp.DynamicCustomOpsBuilder op =
                DynamicCustomOp.builder("conv2d").addOutputs(out);
        op = bias == null ? op.addInputs(input, weight) : op.addInputs(input, weight, bias);
        Nd4j.exec(op.addIntegerArguments(arguments(window)).build());
    }

    void convolutionBackward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            Window window,
            INDArray inputGradient,
            INDArray weightGradient,
            INDArray biasGradient) {
        INDArray unread =
                inputGradient == null ? Nd4j.createUninitialized(input.dataType(), input.shape(), 'c') : inputGradient;
        // The operation writes whole arrays only: a view of the flat gradient goes through a copy.
        INDArray weightResult = Nd4j.createUninitialized(weight.dataType(), weight.shape(), 'c');
        Nd4j.exec(DynamicCustomOp.builder("conv2d_bp")
                .addInputs(input, weight, outGradient)
                .addOutputs(unread, weightResult)
                .addIntegerArguments(arguments(window))
                .build());
        weightGradient.assign(weightResult);
        weightResult.close();
        if (unread != inputGradient) {
            unread.close();
        }
        biasGradient(outGradient, biasGradient);
    }

    /** The gradient of the input alone, in single precision: a transposed convolution. It knows one padding for both ends, so it is made with a margin, which is cut off. */
    void convolutionInputGradient(INDArray weight, INDArray outGradient, Window window, INDArray inputGradient) {
        long height = (outGradient.size(1) - 1) * window.stride() + window.size();
        long width = (outGradient.size(2) - 1) * window.stride() + window.size();
        INDArray whole = Nd4j.createUninitialized(
                inputGradient.dataType(), new long[] {outGradient.size(0), height, width, weight.size(1)}, 'c');
        Nd4j.exec(DynamicCustomOp.builder("deconv2d")
                .addInputs(outGradient, weight)
                .addOutputs(whole)
                .addIntegerArguments(arguments(new Window(window.size(), window.stride(), 0)))
                .build());
        new MapsView(inputGradient).copyFrom(new MapsView(whole), window.padding());
        whole.close();
    }

    private static int[] arguments(Window w) {
        return new int[] {
            w.size(), w.size(), w.stride(), w.stride(), w.padding(), w.padding(), 1, 1, 0, CHANNELS_LAST, WEIGHTS_OUT_IN
        };
    }

    void dense(INDArray input, INDArray weight, INDArray bias, INDArray out) {
        Nd4j.exec(DynamicCustomOp.builder("matmul")
                .addInputs(input, weight)
                .addOutputs(out)
                .addIntegerArguments(0, 1, 0)
                .build());
        if (bias != null) {
            out.addiRowVector(bias);
        }
    }

    void denseInputGradient(INDArray weight, INDArray outGradient, INDArray inputGradient) {
        Nd4j.exec(DynamicCustomOp.builder("matmul")
                .addInputs(outGradient, weight)
                .addOutputs(inputGradient)
                .addIntegerArguments(0, 0, 0)
                .build());
    }

    void denseWeightGradient(INDArray input, INDArray outGradient, INDArray weightGradient) {
        Nd4j.exec(DynamicCustomOp.builder("matmul")
                .addInputs(outGradient, input)
                .addOutputs(weightGradient)
                .addIntegerArguments(1, 0, 0)
                .build());
    }

    /** Sums over all axes but the last. Nothing if {@code biasGradient} is null. */
    void biasGradient(INDArray outGradient, INDArray biasGradient) {
        if (biasGradient != null) {
            long channels = outGradient.size(-1);
            biasGradient.assign(ColumnSums.along(0, outGradient.reshape(outGradient.length() / channels, channels)));
        }
    }
}
