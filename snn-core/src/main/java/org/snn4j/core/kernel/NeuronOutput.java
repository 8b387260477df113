package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a pass over neurons writes, or what the backward pass reads: arrays of the shape of the layer's input.
 *
 * @param spikes spikes, or dL/dspikes
 * @param beforeReset potential before the reset, or dL/d of it; null if nobody asks for it
 * @param afterReset potential after the reset, or dL/d of it; null if nobody asks for it
 */
public record NeuronOutput(INDArray spikes, INDArray beforeReset, INDArray afterReset) {}
