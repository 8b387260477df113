package org.snn4j.core.neuron;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;

/**
 * Charge equation h[t] = f(v[t-1], x[t]) of a neuron. Threshold, spike and reset are done by {@link Population}.
 *
 * <p>A neuron needs only ND4J formulas. One that is linear in v and x also says so in {@link #linear}, which gives it the fused kernels.
 */
public interface Neuron {
    /**
     * Charges the membrane for one time step.
     *
     * @param v potential after the last reset, any shape
     * @param x input current, same shape
     * @return h, the potential before the threshold: a new array of that shape
     */
    INDArray charge(INDArray v, INDArray x, Parameters parameters);

    /** Chain rule of {@link #charge}: from dL/dh to dL/dv, dL/dx and dL/dparameters. */
    ChargeGradient backward(INDArray v, INDArray x, INDArray dh, Parameters parameters);

    /** Learnable parameters; empty for IF and LIF. */
    default List<ParameterSpec> parameters() {
        return List.of();
    }

    /** Coefficients of h = decay*v + gain*x + drive if the charge has that form, and their derivatives with respect to each parameter. */
    default Optional<LinearCharge> linear(Parameters parameters) {
        return Optional.empty();
    }
}
