package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** A spike puts the potential to a fixed value: v = (1 - s)*h + s*potential. */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/neuron.py, BaseNode")
public final class HardReset implements Reset {
    /**
     * Parameters.
     *
     * @param potential potential after a spike, and before the first step
     * @param detached true: the spike is a constant in the backward pass of the reset (BrainCog); false: it is not (R2ETL, TET, NDA)
     */
    public record Config(double potential, boolean detached) {
        public static final Config DEFAULTS = new Config(0, true);

        public Config {
            Check.finite(potential, "potential");
        }
    }

    private final Config config;

    @Inject
    public HardReset(Config config) {
        this.config = config;
    }

    @Override
    public boolean hard() {
        return true;
    }

    @Override
    public double potential() {
        return config.potential();
    }

    @Override
    public boolean detached() {
        return config.detached();
    }
}
