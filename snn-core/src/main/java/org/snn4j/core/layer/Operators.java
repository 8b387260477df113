package org.snn4j.core.layer;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.neuron.NeuronModel;

/** Makes the layers of one network. */
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
     */
    public LayerOperator convolution(
            LayerInput read, int out, Window window, boolean bias, Map<Stream, Integer> owners, WeightStart start) {
        return new ConvolutionOperator(environment, read, out, window, bias, owners, start);
    }

    /** A fully connected layer; {@code owners} as in {@link #convolution}. */
    public LayerOperator dense(LayerInput read, int out, boolean bias, Map<Stream, Integer> owners, WeightStart start) {
        return new DenseOperator(environment, read, out, bias, owners, start);
    }

    /** Batch norm and spiking neurons; {@code owners} have batch-norm parameters of their own. */
    public LayerOperator neurons(LayerInput read, Normalization normalization, Map<Stream, Integer> owners) {
        return new NeuronsOperator(environment, read, neurons, normalization, streams, owners);
    }

    /** A batch norm without neurons: real-valued output. */
    public LayerOperator norm(LayerInput read, Normalization normalization) {
        return new NormOperator(environment, read, normalization, streams);
    }

    /** Neurons that take the feature axis for time. */
    public LayerOperator featureAxisNeurons(LayerInput read) {
        return new FeatureAxisNeuronsOperator(environment, read, neurons);
    }

    /** Average pooling over windows that do not overlap. */
    public LayerOperator averagePool(LayerInput read, int height, int width) {
        return new PoolingOperator(environment, read, height, width);
    }

    /**
     * Average pooling that is the only reader of these neurons' spikes: where the arrays are in this machine's memory, the neurons write the means
     * straight away in passes that tap neither.
     */
    public LayerOperator averagePool(LayerInput read, int size, LayerOperator neurons) {
        PoolingOperator pooling = new PoolingOperator(environment, read, size, size);
        if (environment.packs() && neurons instanceof NeuronsOperator front) {
            pooling.leaveTo(front);
        }
        return pooling;
    }
}
