package org.snn4j.core.neuron;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What a neuron gives instead of spikes: a value for each potential. Such a neuron has no threshold and is not reset. */
public interface Activation {
    /** f(h), a new array. */
    INDArray value(INDArray h);

    /** f'(h), a new array. */
    INDArray derivative(INDArray h);
}
