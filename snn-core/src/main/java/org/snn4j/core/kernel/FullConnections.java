package org.snn4j.core.kernel;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Fully connected layers by the kernel that costs least for the share of non-zero values at hand, pass by pass. */
final class FullConnections {
    /** What finding non-zero values costs, in sums over so many columns. Measured on one machine. */
    private static final double FIND = 16;
    /** What bringing a factor into order costs, in sums over so many rows: a matrix that is copied as it is, and one that is transposed. Measured there, too. */
    private static final double COPY = 16;

    private static final double TRANSPOSE = 80;

    private final Workspace workspace = new Workspace();
    private final RowSums sums;
    private final ChunkedOperations chunked;
    private final ConvolutionPath path;
    private final KernelListener listener;

    FullConnections(RowSums sums, ChunkedOperations chunked, ConvolutionPath path, KernelListener listener) {
        this.sums = sums;
        this.chunked = chunked;
        this.path = path;
        this.listener = listener;
    }

    void forward(INDArray input, INDArray weight, INDArray bias, INDArray out) {
        if (sparse(KernelListener.FORWARD, input, limit(weight.size(0), input.size(0), TRANSPOSE))) {
            SparseProduct.forward(sums, workspace, input, weight, bias, out);
        } else {
            chunked.dense(input, weight, bias, out);
        }
    }

    void backward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            INDArray inputGradient,
            INDArray weightGradient,
            INDArray biasGradient) {
        if (sparse(KernelListener.WEIGHT_GRADIENT, input, limit(weight.size(0), input.size(0), COPY))) {
            SparseProduct.weightGradient(sums, workspace, input, outGradient, weightGradient);
        } else {
            chunked.denseWeightGradient(input, outGradient, weightGradient);
        }
        chunked.biasGradient(outGradient, biasGradient);
        if (inputGradient == null) {
            return;
        }
        if (sparse(KernelListener.INPUT_GRADIENT, outGradient, limit(weight.size(1), input.size(0), COPY))) {
            SparseProduct.inputGradient(sums, workspace, weight, outGradient, inputGradient);
        } else {
            chunked.denseInputGradient(weight, outGradient, inputGradient);
        }
    }

    /** What a layer works with if its products are sparse: the other factor in its own order. */
    WorkingMemory memory(DataType type, long rows, long in, long out) {
        return new WorkingMemory(0, type == DataType.FLOAT ? Math.max(in, rows) * out * Float.BYTES : 0);
    }

    /** The density up to which the sparse product costs less. */
    private double limit(long columns, long rows, double order) {
        return sums.productLimit() * (1 - FIND / columns - order / rows);
    }

    /** Chooses; measures only where that decides. @param factor whose zeros need no work */
    private boolean sparse(String operation, INDArray factor, double limit) {
        boolean possible = factor.dataType() == DataType.FLOAT && !factor.isEmpty();
        boolean open = possible && path == ConvolutionPath.MEASURED && limit >= 0;
        double density = open ? Density.of(factor) : Double.NaN;
        boolean sparse = possible
                && switch (path) {
                    case SPARSE -> true;
                    case DENSE, WINOGRAD -> false;
                    case MEASURED -> open && density <= limit;
                };
        listener.chosen(operation, sparse ? Convolutions.SPARSE : Convolutions.DENSE, density);
        return sparse;
    }
}
