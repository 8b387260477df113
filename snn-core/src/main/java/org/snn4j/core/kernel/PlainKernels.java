package org.snn4j.core.kernel;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.neuron.LinearCharge;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Reset;

/**
 * Fused multi-step neurons, batch statistics, pooling, convolutions and sparse matrix products in Java; other dense work, every other precision and every neuron that is
 * not linear goes to ND4J. Sums are cut by the shapes alone: the same bits for any number of threads.
 */
public final class PlainKernels implements Kernels {
    private final RowSums sums;
    private final boolean tiles;
    private final Nd4jKernels nd4j = new Nd4jKernels();
    private final ChunkedOperations chunked = new ChunkedOperations();
    private final Convolutions convolutions;
    private final FullConnections connections;

    /** By the Java Vector API where it is present, else by plain loops. */
    public PlainKernels() {
        this(VectorApi.rowSums().orElseGet(JavaRowSums::new), VectorApi.winogradLoops());
    }

    PlainKernels(RowSums sums, Optional<WinogradLoops> loops) {
        this(sums, loops, ConvolutionPath.MEASURED, KernelListener.NONE);
    }

    PlainKernels(RowSums sums, Optional<WinogradLoops> loops, ConvolutionPath path, KernelListener listener) {
        this.sums = sums;
        this.tiles = loops.isPresent();
        this.convolutions = new Convolutions(sums, loops, chunked, path, listener);
        this.connections = new FullConnections(sums, chunked, path, listener);
    }

    @Override
    public String name() {
        return sums.name();
    }

    @Override
    public String description() {
        return sums.description()
                + (tiles ? " for sparse work, 3x3 convolutions" : " for sparse work")
                + ", neurons, batch norm and pooling; ND4J operations for other dense work";
    }

    @Override
    public boolean packs(DataType type) {
        return type == DataType.FLOAT;
    }

    @Override
    public long largestArray(DataType type) {
        return type == DataType.FLOAT ? HeapView.LARGEST : nd4j.largestArray(type);
    }

    @Override
    public WorkingMemory convolutionMemory(DataType type, long[] input, int out, Window window) {
        return convolutions.memory(type, input, out, window);
    }

    @Override
    public WorkingMemory denseMemory(DataType type, long rows, long in, long out) {
        return nd4j.denseMemory(type, rows, in, out).or(connections.memory(type, rows, in, out));
    }

    @Override
    public WorkingMemory neuronsMemory(DataType type, long values, int streams, int steps) {
        // Fused ones work on blocks that stay in the cache.
        return type == DataType.FLOAT ? WorkingMemory.NONE : nd4j.neuronsMemory(type, values, streams, steps);
    }

    @Override
    public void convolution(INDArray input, INDArray weight, INDArray bias, Window window, INDArray out) {
        convolutions.forward(input, weight, bias, window, out);
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
        convolutions.backward(input, weight, outGradient, window, inputGradient, weightGradient, biasGradient);
    }

    @Override
    public void dense(INDArray input, INDArray weight, INDArray bias, INDArray out) {
        connections.forward(input, weight, bias, out);
    }

    @Override
    public void denseBackward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            INDArray inputGradient,
            INDArray weightGradient,
            INDArray biasGradient) {
        connections.backward(input, weight, outGradient, inputGradient, weightGradient, biasGradient);
    }

    @Override
    public void averagePool(INDArray input, int height, int width, INDArray out) {
        if (input.dataType() == DataType.FLOAT) {
            new AveragePooling(sums::loops, input, height, width).forward(input, out);
        } else {
            nd4j.averagePool(input, height, width, out);
        }
    }

    @Override
    public void averagePoolBackward(INDArray outGradient, int height, int width, INDArray inputGradient) {
        if (inputGradient.dataType() == DataType.FLOAT) {
            new AveragePooling(sums::loops, inputGradient, height, width).backward(outGradient, inputGradient);
        } else {
            nd4j.averagePoolBackward(outGradient, height, width, inputGradient);
        }
    }

    @Override
    public Moments moments(INDArray input, int groups) {
        return input.dataType() == DataType.FLOAT
                ? new ChannelPasses(sums::loops, input, groups).moments()
                : nd4j.moments(input, groups);
    }

    @Override
    public ChannelSums sums(INDArray dz, INDArray y, int groups) {
        return nd4j.sums(dz, y, groups);
    }

    @Override
    public void combinei(INDArray dz, INDArray y, double[][] a, double[][] b, double[][] d) {
        if (dz.dataType() == DataType.FLOAT) {
            new ChannelPasses(sums::loops, dz, a.length).combinei(y, a, b, d);
        } else {
            nd4j.combinei(dz, y, a, b, d);
        }
    }

    @Override
    public double[] neurons(NeuronModel model, NeuronInput input, NeuronOutput output) {
        Optional<LinearCharge> charge = fusable(model, input);
        return charge.isPresent()
                ? new FusedNeurons(sums::loops, model, input, charge.get(), output.pool()).forward(output)
                : nd4j.neurons(model, input, output);
    }

    @Override
    public NeuronGradient neuronsBackward(NeuronModel model, NeuronInput input, NeuronOutput gradients, INDArray dz) {
        Optional<LinearCharge> charge = fusable(model, input);
        return charge.isPresent()
                ? new FusedNeurons(sums::loops, model, input, charge.get(), gradients.pool()).backward(gradients, dz)
                : nd4j.neuronsBackward(model, input, gradients, dz);
    }

    private static Optional<LinearCharge> fusable(NeuronModel model, NeuronInput input) {
        return input.current().dataType() == DataType.FLOAT && model.reset().when() == Reset.When.SAME_STEP
                ? model.neuron().linear(input.parameters())
                : Optional.empty();
    }
}
