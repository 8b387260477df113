package org.snn4j.core.neuron;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradients of one charging step.
 *
 * @param v dL/dv, the potential after the last reset
 * @param x dL/dx, the input current
 * @param parameters dL/dparameter by name; empty if the neuron has none
 */
public record ChargeGradient(INDArray v, INDArray x, Map<String, INDArray> parameters) {
    public ChargeGradient {
        parameters = Map.copyOf(parameters);
    }
}
