package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** Derivative of the soft sign: alpha/2 / (1 + alpha |u|)^2. */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, SoftSign")
public final class SoftSign implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha steepness; the height at u = 0 is alpha/2
     */
    public record Config(double alpha) {
        public static final Config DEFAULTS = new Config(2);

        public Config {
            Check.greaterThan(alpha, 0, "alpha");
        }
    }

    private final double alpha;

    @Inject
    public SoftSign(Config config) {
        alpha = config.alpha();
    }

    @Override
    public double primitive(double u) {
        return 0.5 * (alpha * u / (1 + alpha * Math.abs(u)) + 1);
    }

    @Override
    public double derivative(double u) {
        double z = 1 + alpha * Math.abs(u);
        return alpha / 2 / (z * z);
    }
}
