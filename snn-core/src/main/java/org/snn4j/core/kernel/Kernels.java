package org.snn4j.core.kernel;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.neuron.NeuronModel;

/**
 * The arithmetic that takes the time. Every method writes only to its {@code out...} and {@code ...Gradient} arguments, which must be dense and
 * C-ordered; no array may stand for two arguments unless a method allows it. Feature maps are [rows, H, W, C], convolution weights [out, in, size, size], dense weights
 * [out, in].
 */
public interface Kernels {
    /** Name in files and provenance. */
    String name();

    /** True if {@link PackedRows} can read and write arrays of this type: they are in this machine's memory. */
    default boolean packs(DataType type) {
        return false;
    }

    /** Bytes that no single array of this type may exceed; {@link Long#MAX_VALUE} if only the memory counts. */
    default long largestArray(DataType type) {
        return Long.MAX_VALUE;
    }

    /**
     * What a convolution forward and backward is expected to work with.
     *
     * @param input its shape
     * @param out output channels
     */
    WorkingMemory convolutionMemory(DataType type, long[] input, int out, Window window);

    /** What a fully connected layer forward and backward is expected to work with. */
    WorkingMemory denseMemory(DataType type, long rows, long in, long out);

    /**
     * What neurons behind a batch norm, forward and backward, are expected to work with.
     *
     * @param values of the current, in all streams and steps
     */
    WorkingMemory neuronsMemory(DataType type, long values, int streams, int steps);

    /** One line for people: what runs where. */
    String description();

    /** out = input * weight + bias, cross-correlation as in all frameworks; {@code bias} may be null. */
    void convolution(INDArray input, INDArray weight, INDArray bias, Window window, INDArray out);

    /** Gradients of {@link #convolution}; {@code inputGradient} and {@code biasGradient} may be null: then they are not computed. */
    void convolutionBackward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            Window window,
            INDArray inputGradient,
            INDArray weightGradient,
            INDArray biasGradient);

    /** out = input weight^T + bias; input [rows, in]; {@code bias} may be null. */
    void dense(INDArray input, INDArray weight, INDArray bias, INDArray out);

    /** Gradients of {@link #dense}; {@code inputGradient} and {@code biasGradient} may be null. */
    void denseBackward(
            INDArray input,
            INDArray weight,
            INDArray outGradient,
            INDArray inputGradient,
            INDArray weightGradient,
            INDArray biasGradient);

    /** Mean over windows of height x width pixels that do not overlap; rows and columns that fill no window are left out. */
    void averagePool(INDArray input, int height, int width, INDArray out);

    /** Gradient of {@link #averagePool}. */
    void averagePoolBackward(INDArray outGradient, int height, int width, INDArray inputGradient);

    /** Mean and variance per channel (last axis) for each of {@code groups} equal, consecutive blocks of rows. */
    Moments moments(INDArray input, int groups);

    /** Sums of dz and of dz*y per channel for each group of rows; dz = dL/dz is the gradient of normalised values, y what was normalised. */
    ChannelSums sums(INDArray dz, INDArray y, int groups);

    /** Replaces dz of {@link #sums} in place by a*dz + b*y + d, with coefficients [groups][channels]. */
    void combinei(INDArray dz, INDArray y, double[][] a, double[][] b, double[][] d);

    /**
     * Runs neurons over all steps of every stream.
     *
     * @return spikes emitted per stream
     */
    double[] neurons(NeuronModel model, NeuronInput input, NeuronOutput output);

    /**
     * Backward pass of {@link #neurons} through all steps; writes dL/dz, the gradient of the normalised current, to {@code dz}, which may be the array of {@code gradients.spikes()} if that
     * is not pooled. The forward pass is computed again, not stored.
     */
    NeuronGradient neuronsBackward(NeuronModel model, NeuronInput input, NeuronOutput gradients, INDArray dz);
}
