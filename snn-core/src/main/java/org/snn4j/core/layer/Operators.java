package org.snn4j.core.layer;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.neuron.NeuronModel;

/** Makes the layers of one network. Shapes are those of one row: [H, W, C] or [F]. */
public final class Operators {
    private final LayerEnvironment environment;
    private final NeuronModel neurons;
    private final Map<Stream, Integer> streams;

    /** @param streams all streams of the network and their input channels */
    public Operators(LayerEnvironment environment, NeuronModel neurons, Map<Stream, Integer> streams) {
        this.environment = environment;
        this.neurons = neurons;
        this.streams = Collections.unmodifiableMap(new EnumMap<>(streams));
    }

    /**
     * A convolution.
     *
     * @param owners streams with weights of their own and their input channels; empty for shared weights
     * @param passesGradient false for a first layer whose input gradient nobody reads
     */
    public LayerOperator convolution(
            long[] inputShape,
            int out,
            Window window,
            boolean bias,
            Map<Stream, Integer> owners,
            WeightStart start,
            boolean passesGradient) {
        return new ConvolutionOperator(environment, inputShape, out, window, bias, owners, start, passesGradient);
    }

    /** A fully connected layer; {@code owners} as in {@link #convolution}. */
    public LayerOperator dense(
            long[] inputShape,
            int out,
            boolean bias,
            Map<Stream, Integer> owners,
            WeightStart start,
            boolean passesGradient) {
        return new DenseOperator(environment, inputShape, out, bias, owners, start, passesGradient);
    }

    /** Batch norm and spiking neurons; {@code owners} have batch-norm parameters of their own. */
    public LayerOperator neurons(long[] shape, Normalization normalization, Map<Stream, Integer> owners) {
        return new NeuronsOperator(environment, shape, neurons, normalization, streams, owners);
    }

    /** A batch norm without neurons: real-valued output. */
    public LayerOperator norm(long[] shape, Normalization normalization) {
        return new NormOperator(environment, shape, normalization, streams);
    }

    /** Neurons that take the feature axis for time. */
    public LayerOperator featureAxisNeurons(long[] shape) {
        return new FeatureAxisNeuronsOperator(environment, shape, neurons);
    }

    /** Average pooling over windows that do not overlap. */
    public LayerOperator averagePool(long[] inputShape, int height, int width) {
        return new PoolingOperator(environment, inputShape, height, width);
    }
}
