package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** Exponential to both sides: alpha/2 exp(-alpha |u|). */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, PiecewiseExp")
public final class PiecewiseExponential implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha steepness; the height at u = 0 is alpha/2
     */
    public record Config(double alpha) {
        public static final Config DEFAULTS = new Config(1);

        public Config {
            Check.greaterThan(alpha, 0, "alpha");
        }
    }

    private final double alpha;

    @Inject
    public PiecewiseExponential(Config config) {
        alpha = config.alpha();
    }

    @Override
    public double primitive(double u) {
        double tail = 0.5 * Math.exp(-alpha * Math.abs(u));
        return u < 0 ? tail : 1 - tail;
    }

    @Override
    public double derivative(double u) {
        return alpha / 2 * Math.exp(-alpha * Math.abs(u));
    }
}
