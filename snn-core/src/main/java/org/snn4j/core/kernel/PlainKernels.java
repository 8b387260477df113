package org.snn4j.core.kernel;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.neuron.LinearCharge;
import org.snn4j.core.neuron.NeuronModel;

/**
 * Fused multi-step neurons, batch statistics, pooling and sparse convolutions in Java; dense work, every other precision and every neuron that is
 * not linear goes to ND4J. Sums over rows are cut by the shapes alone: the same bits for any number of threads.
 */
public final class PlainKernels implements Kernels {
    /** oneDNN reaches only a few per cent of its usual rate at the weight gradient of so few input channels. */
    private static final int FEW_CHANNELS = 4;

    private static final String SPARSE = "sparse";
    private static final String DENSE = "dense";

    private final RowSums sums;
    private final ConvolutionPath path;
    private final KernelListener listener;
    private final Nd4jKernels nd4j = new Nd4jKernels();
    private final ChunkedOperations chunked = new ChunkedOperations(nd4j);

    /** Sums by the Java Vector API where it is present, else by plain loops. */
    public PlainKernels() {
        this(VectorApi.rowSums().orElseGet(JavaRowSums::new));
    }

    PlainKernels(RowSums sums) {
        this(sums, ConvolutionPath.MEASURED, KernelListener.NONE);
    }

    PlainKernels(RowSums sums, ConvolutionPath path, KernelListener listener) {
        this.sums = sums;
        this.path = path;
        this.listener = listener;
    }

    @Override
    public String name() {
        return sums.name();
    }

    @Override
    public String description() {
        return sums.description()
                + " for sparse convolutions, neurons, batch norm and pooling; ND4J operations for dense ones";
    }

    /** True if walking the non-zero inputs is possible and costs less than the dense operation, or was asked for. */
    private boolean sparse(String operation, INDArray input, Window window, double overhead) {
        if (input.dataType() != DataType.FLOAT || window.padding() >= window.size()) {
            listener.chosen(operation, DENSE, Double.NaN);
            return false;
        }
        double density = Density.of(input);
        boolean sparse =
                switch (path) {
                    case SPARSE -> true;
                    case DENSE -> false;
                    case MEASURED -> input.size(-1) <= FEW_CHANNELS || density * overhead <= sums.densityLimit();
                };
        listener.chosen(operation, sparse ? SPARSE : DENSE, density);
        return sparse;
    }

    @Override
    public void convolution(INDArray input, INDArray weight, INDArray bias, Window window, INDArray out) {
        if (sparse(KernelListener.FORWARD, input, window, 1)) {
            new SparseConvolution(sums, input, weight, window).forward(input, weight, bias, out);
        } else {
            chunked.convolution(input, weight, bias, window, out);
        }
    }

    @Override
    public void convolutionBackward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            Window window,
            INDArray inputGradient,
            INDArray weightGradient,
            INDArray biasGradient) {
        if (inputGradient != null) {
            listener.chosen(KernelListener.INPUT_GRADIENT, DENSE, Double.NaN);
        }
        if (sparse(KernelListener.WEIGHT_GRADIENT, input, window, (double) window.stride() * window.stride())) {
            new SparseConvolution(sums, input, weight, window)
                    .weightGradient(input, outGradient, weightGradient, biasGradient);
            if (inputGradient != null) {
                chunked.convolutionInputGradient(input, weight, outGradient, window, inputGradient);
            }
        } else {
            chunked.convolutionBackward(
                    input, weight, outGradient, window, inputGradient, weightGradient, biasGradient);
        }
    }

    @Override
    public void dense(INDArray input, INDArray weight, INDArray bias, INDArray out) {
        chunked.dense(input, weight, bias, out);
    }

    @Override
    public void denseBackward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            INDArray inputGradient,
            INDArray weightGradient,
            INDArray biasGradient) {
        chunked.denseBackward(input, weight, outGradient, inputGradient, weightGradient, biasGradient);
    }

    @Override
    public void averagePool(INDArray input, int height, int width, INDArray out) {
        if (input.dataType() == DataType.FLOAT) {
            new AveragePooling(input, height, width).forward(input, out);
        } else {
            nd4j.averagePool(input, height, width, out);
        }
    }

    @Override
    public void averagePoolBackward(INDArray outGradient, int height, int width, INDArray inputGradient) {
        if (inputGradient.dataType() == DataType.FLOAT) {
            new AveragePooling(inputGradient, height, width).backward(outGradient, inputGradient);
        } else {
            nd4j.averagePoolBackward(outGradient, height, width, inputGradient);
        }
    }

    @Override
    public Moments moments(INDArray input, int groups) {
        return input.dataType() == DataType.FLOAT ? ChannelPasses.moments(input, groups) : nd4j.moments(input, groups);
    }

    @Override
    public ChannelSums sums(INDArray dz, INDArray y, int groups) {
        return nd4j.sums(dz, y, groups);
    }

    @Override
    public void combinei(INDArray dz, INDArray y, double[][] a, double[][] b, double[][] d) {
        if (dz.dataType() == DataType.FLOAT) {
            ChannelPasses.combinei(dz, y, a, b, d);
        } else {
            nd4j.combinei(dz, y, a, b, d);
        }
    }

    @Override
    public double[] neurons(NeuronModel model, NeuronInput input, NeuronOutput output) {
        Optional<LinearCharge> charge = fusable(model, input);
        return charge.isPresent()
                ? new FusedNeurons(model, input, charge.get()).forward(output)
                : nd4j.neurons(model, input, output);
    }

    @Override
    public NeuronGradient neuronsBackward(NeuronModel model, NeuronInput input, NeuronOutput gradients, INDArray dz) {
        Optional<LinearCharge> charge = fusable(model, input);
        return charge.isPresent()
                ? new FusedNeurons(model, input, charge.get()).backward(gradients, dz)
                : nd4j.neuronsBackward(model, input, gradients, dz);
    }

    private static Optional<LinearCharge> fusable(NeuronModel model, NeuronInput input) {
        return input.current().dataType() == DataType.FLOAT
                ? model.neuron().linear(input.parameters())
                : Optional.empty();
    }
}
