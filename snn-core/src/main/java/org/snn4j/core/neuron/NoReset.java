package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import org.snn4j.core.Reference;

/** A spike leaves the potential as it is: v = h. */
@Reference(
        title = "snnTorch",
        link = "https://github.com/jeshraghian/snntorch",
        equation = "snntorch/_neurons/leaky.py, reset_mechanism none")
public final class NoReset implements Reset {
    @Inject
    public NoReset() {}

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
        return When.NEVER;
    }
}
