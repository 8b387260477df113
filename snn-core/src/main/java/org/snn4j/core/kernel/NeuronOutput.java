package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a pass over neurons writes, or what the backward pass reads: potentials are arrays of the shape of the layer's input.
 *
 * @param spikes spikes or, if {@code pool} is not 1, their means over windows that do not overlap; or dL/d of them
 * @param pool side of the windows that spikes are averaged over; 1 for the spikes themselves
 * @param beforeReset potential before the reset, or dL/d of it; null if nobody asks for it
 * @param afterReset potential after the reset, or dL/d of it; null if nobody asks for it
 */
public record NeuronOutput(INDArray spikes, int pool, INDArray beforeReset, INDArray afterReset) {
    /** Spikes as they are. */
    public static NeuronOutput of(INDArray spikes, INDArray beforeReset, INDArray afterReset) {
        return new NeuronOutput(spikes, 1, beforeReset, afterReset);
    }
}
