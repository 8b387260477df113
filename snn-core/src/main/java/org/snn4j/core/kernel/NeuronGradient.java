package org.snn4j.core.kernel;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the backward pass over neurons returns beside the input gradient.
 *
 * @param sums sums for the batch norm in front; null without one
 * @param parameters dL/dparameter of the neuron by name
 */
public record NeuronGradient(ChannelSums sums, Map<String, INDArray> parameters) {}
