package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import org.snn4j.core.Reference;

/**
 * A spike lowers the potential at the begin of the next step, when the neuron has been charged again: h[t] = charge(v[t-1], x[t]) - s[t-1]*threshold,
 * v[t] = h[t]. The spike counts as a constant in the backward pass.
 *
 * <p>snnTorch's other delayed reset, to zero, leaves the new input alone, so it is {@link HardReset}, detached, seen before the reset.
 */
@Reference(
        title = "snnTorch",
        link = "https://github.com/jeshraghian/snntorch",
        equation = "snntorch/_neurons/leaky.py, Leaky with reset_delay, reset_mechanism subtract")
public final class DelayedReset implements Reset {
    @Inject
    public DelayedReset() {}

    @Override
    public boolean hard() {
        return false;
    }

    @Override
    public double potential() {
        return 0;
    }

    @Override
    public boolean detached() {
        return true;
    }

    @Override
    public When when() {
        return When.NEXT_STEP;
    }
}
