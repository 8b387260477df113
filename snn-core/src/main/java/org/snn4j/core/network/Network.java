package org.snn4j.core.network;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.optimize.Optimizer;

/**
 * A spiking network over T time steps: forward pass, backward pass from gradients of any signal, one optimizer step.
 *
 * <p>Call order of one training step: {@link #forward}, {@link #backward}, {@link #update}. Not safe for several threads.
 */
public final class Network implements AutoCloseable {
    /** Builds the network with start values from the seed streams "weights/<layer>". */
    public static Network create(
            Architecture architecture, InputShape input, int classes, NeuronModel neurons, DataType precision, Seeds seeds) {
        throw new UnsupportedOperationException("in work");
    }

    /** Which signals the next passes must provide besides the logits; names it does not know are refused with the known ones. */
    public void observe(Set<SignalKey> signals) {
        throw new UnsupportedOperationException("in work");
    }

    /**
     * @param frames per stream, [T, N, C, H, W]; all streams with the same T and N
     * @param training true: batch statistics, and what {@link #backward} needs is kept
     */
    public Signals forward(Map<Stream, INDArray> frames, boolean training) {
        throw new UnsupportedOperationException("in work");
    }

    /** Gradients of the loss with respect to signals of the last training pass; fills the parameter gradient. */
    public void backward(Map<SignalKey, INDArray> gradients) {
        throw new UnsupportedOperationException("in work");
    }

    /** Starts an optimizer with fresh state, for instance at the begin of a phase. */
    public void optimizeWith(Optimizer optimizer) {
        throw new UnsupportedOperationException("in work");
    }

    /** One optimizer step with the gradient of the last backward pass. */
    public void update(double learningRate) {
        throw new UnsupportedOperationException("in work");
    }

    /** Shapes of signals. */
    public SignalShapes shapes() {
        throw new UnsupportedOperationException("in work");
    }

    /** Parameters and batch statistics by name ("conv1.weight"), views in PyTorch's axis order. */
    public Map<String, INDArray> state() {
        throw new UnsupportedOperationException("in work");
    }

    /** Gradients by parameter name, views; valid after {@link #backward}. */
    public Map<String, INDArray> gradients() {
        throw new UnsupportedOperationException("in work");
    }

    /** Flat optimizer state and step count, for checkpoints. */
    public INDArray optimizerState() {
        throw new UnsupportedOperationException("in work");
    }

    /** Mean spikes per neuron and step of each spiking layer in the last pass, by stream. */
    public Map<String, Map<Stream, Double>> spikeRates() {
        throw new UnsupportedOperationException("in work");
    }

    /** Lines that describe the layers: name, kind, output shape, parameters. */
    public List<String> summary() {
        throw new UnsupportedOperationException("in work");
    }

    /** Number of learnable parameters. */
    public long parameterCount() {
        throw new UnsupportedOperationException("in work");
    }

    /** Releases the buffers. */
    @Override
    public void close() {}
}
