package org.snn4j.core.neuron;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;

/**
 * Charge equation h[t] = f(v[t-1], x[t]) of a neuron. Threshold, spike and reset are done by {@link Population}.
 *
 * <p>A neuron needs only ND4J formulas. One that is linear in v and x also says so in {@link #linear}, which gives it the fused kernels. One that
 * carries more than its potential from step to step says so in {@link #stateful}, one that looks at several steps at once in {@link #mixing}, one that gives
 * values instead of spikes in {@link #activation}.
 */
public interface Neuron {
    /**
     * Charges the membrane for one time step; of a {@link #stateful} neuron, with states at 0 and no spike before.
     *
     * @param v potential after the last reset, any shape
     * @param x input current, same shape
     * @return h, the potential before the threshold: a new array of that shape
     */
    INDArray charge(INDArray v, INDArray x, Parameters parameters);

    /** Chain rule of {@link #charge}: from dL/dh to dL/dv, dL/dx and dL/dparameters. */
    ChargeGradient backward(INDArray v, INDArray x, INDArray dh, Parameters parameters);

    /** Learnable parameters that the charge reads; empty for IF and LIF. */
    default List<ParameterSpec> parameters() {
        return List.of();
    }

    /** All learnable parameters for T time steps. */
    default List<ParameterSpec> parameters(int steps) {
        return parameters();
    }

    /** Coefficients of h = decay*v + gain*x + drive if the charge has that form, and their derivatives with respect to each parameter. */
    default Optional<LinearCharge> linear(Parameters parameters) {
        return Optional.empty();
    }

    /** The charge with state beside the potential; empty if {@link #charge} is all. A neuron with one is not {@link #linear}. */
    default Optional<StatefulCharge> stateful() {
        return Optional.empty();
    }

    /** What happens to the sequence of inputs before the charge; empty for nothing. A neuron with one is not {@link #linear}. */
    default Optional<TimeMixing> mixing() {
        return Optional.empty();
    }

    /** What the neuron gives instead of spikes; empty for spikes. A neuron with one is not {@link #linear}. */
    default Optional<Activation> activation() {
        return Optional.empty();
    }
}
