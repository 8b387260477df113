package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Derivative of the logistic function: alpha s (1 - s) with s = 1 / (1 + exp(-alpha u)).
 *
 * <p>BrainCog's SigmoidGrad and snnTorch's sigmoid (alpha = slope) are the same.
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, Sigmoid")
public final class Sigmoid implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha steepness; the height at u = 0 is alpha/4
     */
    public record Config(double alpha) {
        public static final Config DEFAULTS = new Config(4);

        public Config {
            Check.greaterThan(alpha, 0, "alpha");
        }
    }

    private final double alpha;

    @Inject
    public Sigmoid(Config config) {
        alpha = config.alpha();
    }

    @Override
    public double primitive(double u) {
        return 1 / (1 + Math.exp(-alpha * u));
    }

    @Override
    public double derivative(double u) {
        double e = Math.exp(-alpha * Math.abs(u));
        return alpha * e / ((1 + e) * (1 + e));
    }
}
