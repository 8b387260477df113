package org.snn4j.benchmarks;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.kernel.Window;

/** ND4J's dense operations, each on whole arrays with all native threads: what our kernels are compared with. Single precision runs on oneDNN. */
final class WholeOperations {
    private static final int CHANNELS_LAST = 1;
    private static final int WEIGHTS_OUT_IN = 1;

    private WholeOperations() {}

    /** {@code conv2d}. */
    static void convolution(INDArray input, INDArray weight, Window window, INDArray out) {
        Nd4j.exec(DynamicCustomOp.builder("conv2d")
                .addInputs(input, weight)
                .addOutputs(out)
                .addIntegerArguments(arguments(window))
                .build());
    }

    /** {@code conv2d_bp}, which computes both gradients and knows no other way. */
    static void convolutionBackward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            Window window,
            INDArray inputGradient,
            INDArray weightGradient) {
        Nd4j.exec(DynamicCustomOp.builder("conv2d_bp")
                .addInputs(input, weight, outGradient)
                .addOutputs(inputGradient, weightGradient)
                .addIntegerArguments(arguments(window))
                .build());
    }

    private static int[] arguments(Window w) {
        return new int[] {
            w.size(), w.size(), w.stride(), w.stride(), w.padding(), w.padding(), 1, 1, 0, CHANNELS_LAST, WEIGHTS_OUT_IN
        };
    }

    /** {@code matmul} of two matrices, each transposed first if asked. */
    static void product(INDArray x, boolean xTransposed, INDArray y, boolean yTransposed, INDArray out) {
        Nd4j.exec(DynamicCustomOp.builder("matmul")
                .addInputs(x, y)
                .addOutputs(out)
                .addIntegerArguments(xTransposed ? 1 : 0, yTransposed ? 1 : 0, 0)
                .build());
    }
}
