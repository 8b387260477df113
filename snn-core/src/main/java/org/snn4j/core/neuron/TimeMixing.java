package org.snn4j.core.neuron;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Parameters;

/** A map of the whole sequence of inputs to the sequence that a neuron charges from: what looks at several steps at once. */
public interface TimeMixing {
    /**
     * Gradients of a mixing.
     *
     * @param input dL/dinput
     * @param parameters dL/dparameter by name
     */
    record Gradient(INDArray input, Map<String, INDArray> parameters) {
        public Gradient {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Mixes the steps. @param input [T, ...] @return a new array of that shape */
    INDArray mix(INDArray input, Parameters parameters);

    /** Chain rule of {@link #mix}. @param d dL/d of what it returned */
    Gradient backward(INDArray input, INDArray d, Parameters parameters);
}
