package org.snn4j.core.neuron;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Parameters;

/**
 * Charge of a neuron that knows more than its potential: a synaptic current, an adaptation, its last spike, a threshold of its own.
 *
 * <p>Step t, with state arrays u that are 0 before the first step and s[-1] = 0:
 * <pre>
 *   h[t], u[t], r[t] = charge(v[t-1], u[t-1], s[t-1], x[t])
 *   s[t] = 1 if h[t] &gt; threshold + r[t], else 0
 *   v[t] = reset(h[t], s[t], threshold + r[t])
 * </pre>
 */
public interface StatefulCharge {
    /**
     * What a step starts from.
     *
     * @param v potential after the last reset
     * @param states state arrays, of the shape of v
     * @param spikes spikes of the step before
     */
    record Before(INDArray v, List<INDArray> states, INDArray spikes) {
        public Before {
            states = List.copyOf(states);
        }
    }

    /**
     * What a step makes of it; or, in a backward pass, dL/d of each.
     *
     * @param h potential before the threshold
     * @param states state arrays after the step
     * @param rise what the threshold is raised by, of the shape of h; null if it is not
     */
    record Charged(INDArray h, List<INDArray> states, INDArray rise) {
        public Charged {
            states = List.copyOf(states);
        }
    }

    /**
     * Gradients of one step.
     *
     * @param v dL/dv
     * @param states dL/dstates before the step
     * @param spikes dL/dspikes of the step before; null for none
     * @param x dL/dx
     * @param parameters dL/dparameter by name
     */
    record Gradient(INDArray v, List<INDArray> states, INDArray spikes, INDArray x, Map<String, INDArray> parameters) {
        public Gradient {
            states = List.copyOf(states);
            parameters = Map.copyOf(parameters);
        }
    }

    /** Number of state arrays. */
    int states();

    /** True if {@link Charged#rise} is given in each step. */
    boolean raisesThreshold();

    /** Charges for one step; all arrays that it returns are new. */
    Charged charge(Before before, INDArray x, Parameters parameters);

    /** Chain rule of {@link #charge}. @param d dL/d of what it returned */
    Gradient backward(Before before, INDArray x, Charged d, Parameters parameters);
}
