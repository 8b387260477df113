package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * A spike acts at the begin of the next step, when the neuron has been charged again: h[t] = charge(v[t-1], x[t]) - s[t-1]*threshold, or h[t] = (1 -
 * s[t-1])*charge(v[t-1], x[t]), and v[t] = h[t]. The spike counts as a constant in the backward pass.
 */
@Reference(
        title = "snnTorch",
        link = "https://github.com/jeshraghian/snntorch",
        equation = "snntorch/_neurons/leaky.py, Leaky with reset_delay")
public final class DelayedReset implements Reset {
    /** What a spike does to the potential. */
    public enum Mechanism {
        /** Lowers it by the threshold. */
        SUBTRACT,
        /** Puts it to 0, the new input included. */
        ZERO
    }

    /**
     * Parameters.
     *
     * @param mechanism what a spike does
     */
    public record Config(Mechanism mechanism) {
        public static final Config DEFAULTS = new Config(Mechanism.SUBTRACT);

        public Config {
            Check.notNull(mechanism, "mechanism");
        }
    }

    private final Config config;

    @Inject
    public DelayedReset(Config config) {
        this.config = config;
    }

    @Override
    public boolean hard() {
        return config.mechanism() == Mechanism.ZERO;
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
