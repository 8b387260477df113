package org.snn4j.core.layer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.WorkingMemory;

/**
 * One layer on time-major folds: forward, backward, parameters. Writes to buffers of the network's {@link Arena}, which hold their values as long as
 * its {@link #claims} say.
 *
 * <p>Order of calls: {@link #bind} once, then {@link #forward} and, after a training pass, {@link #backward}.
 */
public interface LayerOperator extends AutoCloseable {
    /** What it is, for summaries: "convolution 3x3, 32". */
    String description();

    /** Learnable parameters. */
    List<ParameterSpec> parameters();

    /** Arrays that belong to the state but are not learned: running means and variances. */
    default List<ParameterSpec> statistics() {
        return List.of();
    }

    /** Shape of one row of its output: [H, W, C] or [F]. */
    long[] outputShape();

    /** Hands over the views of parameters and statistics, and those of the parameters' gradients (null before the first training pass). */
    void bind(Map<String, INDArray> values, Map<String, INDArray> gradients);

    /** The bound gradients, parameters only. */
    Map<String, INDArray> gradients();

    /** @param input [rows, ...] in the order of the pass's fold */
    INDArray forward(INDArray input);

    /**
     * Writes the gradients of the parameters and returns dL/dinput of the last forward pass; null if nobody reads it.
     *
     * @param outputGradient dL/doutput; becomes dL/dinput if {@link #givesGradientInPlace}, and takes up the gradients of taps
     */
    INDArray backward(INDArray outputGradient);

    /** What {@link #backward} returned last; null if nobody reads it. Deeplearning4j forgets what reaches the input of a graph. */
    INDArray inputGradient();

    /** What this layer can give away. */
    default Set<Tap.Quantity> quantities() {
        return Set.of(Tap.Quantity.OUTPUT);
    }

    /** The tap of one of {@link #quantities}. */
    Tap tap(Tap.Quantity quantity);

    /** Mean spikes per neuron and step in the last pass, by stream in the order of streams; empty for layers without neurons. */
    default Map<Stream, Double> spikeRates() {
        return Map.of();
    }

    /** True if {@link #backward} reads the array that {@link #forward} was given. */
    boolean keepsInput();

    /** True if {@link #forward} returns the array that it was given. */
    boolean givesOutputInPlace();

    /** True if {@link #backward} returns the array that it was given. */
    boolean givesGradientInPlace();

    /** Which buffers a pass needs and when. */
    List<Arena.Claim> claims(Turn turn);

    /** Bytes that packed copies of inputs take now. */
    long packedBytes();

    /** Bytes that packed copies of inputs are expected to take for that many rows. */
    long expectedPackedBytes(long rows);

    /** What the kernels are expected to work with in a training pass of so many streams, steps and samples of each stream. */
    default WorkingMemory expectedWorkingMemory(int streams, int steps, int samples) {
        return WorkingMemory.NONE;
    }

    /** Frees what does not belong to the arena. */
    @Override
    void close();
}
