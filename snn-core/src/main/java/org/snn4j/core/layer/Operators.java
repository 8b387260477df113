package org.snn4j.core.layer;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.neuron.NeuronModel;

/** Makes the layers of one network. */
public final class Operators {
    private final LayerEnvironment environment;
    private final NeuronModel neurons;
    private final int steps;
    private final Map<Stream, Integer> streams;

    /**
     * @param steps T
     * @param streams all streams of the network and their input channels
     */
    public Operators(LayerEnvironment environment, NeuronModel neurons, int steps, Map<Stream, Integer> streams) {
        this.environment = environment;
        this.neurons = neurons;
        this.steps = steps;
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
        return new NeuronsOperator(environment, read, neurons, normalization, steps, streams, owners);
    }

    /** A batch norm without neurons: real-valued output. */
    public LayerOperator norm(LayerInput read, Normalization normalization) {
        return new NormOperator(environment, read, normalization, steps, streams);
    }

    /** Neurons that take the feature axis for time. */
    public LayerOperator featureAxisNeurons(LayerInput read) {
        return new FeatureAxisNeuronsOperator(environment, read, neurons);
    }

    /** Largest value of windows that may overlap. */
    public LayerOperator maxPool(LayerInput read, Window window) {
        return new MaxPoolingOperator(environment, read, window);
    }

    /**
     * Dropout.
     *
     * @param rate share of the values that are put to 0 in training
     * @param seeds root of its seed streams; null if nothing runs
     * @param name name of the layer, part of that of its seed streams
     */
    public LayerOperator dropout(LayerInput read, double rate, Seeds seeds, String name) {
        return new DropoutOperator(environment, read, rate, seeds, name);
    }

    /** Means of so many consecutive features each. */
    public LayerOperator voting(LayerInput read, int voters) {
        return new VotingOperator(environment, read, voters);
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
