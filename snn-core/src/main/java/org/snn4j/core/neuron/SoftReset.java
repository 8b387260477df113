package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import org.snn4j.core.Reference;

/** A spike lowers the potential by the threshold: v = h - s*threshold. The potential before the first step is 0. */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/neuron.py, BaseNode")
public final class SoftReset implements Reset {
    /**
     * Parameters.
     *
     * @param detached true: the spike is a constant in the backward pass of the reset
     */
    public record Config(boolean detached) {
        public static final Config DEFAULTS = new Config(true);
    }

    private final Config config;

    @Inject
    public SoftReset(Config config) {
        this.config = config;
    }

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
        return config.detached();
    }
}
