package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Logistic below the threshold, logarithmic above: alpha s (1 - s) with s = sigmoid(alpha u) for u &lt; 0, beta / (u + 1) from 0 on.
 *
 * <p>The library's primitive is beta ln(u + 1 + 1e-5) + 1/2 from 0 on; the derivative leaves the 1e-5 out, so that the two differ by a relative
 * 1e-5 there.
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, S2NN")
public final class S2nn implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha steepness below the threshold
     * @param beta height at the threshold
     */
    public record Config(double alpha, double beta) {
        public static final Config DEFAULTS = new Config(4, 1);

        public Config {
            Check.greaterThan(alpha, 0, "alpha");
            Check.greaterThan(beta, 0, "beta");
        }
    }

    private static final double OFFSET = 1e-5;

    private final double alpha;
    private final double beta;

    @Inject
    public S2nn(Config config) {
        alpha = config.alpha();
        beta = config.beta();
    }

    @Override
    public double primitive(double u) {
        return u < 0 ? sigmoid(u) : beta * Math.log(u + 1 + OFFSET) + 0.5;
    }

    @Override
    public double derivative(double u) {
        if (u >= 0) {
            return beta / (u + 1);
        }
        double s = sigmoid(u);
        return alpha * s * (1 - s);
    }

    private double sigmoid(double u) {
        return 1 / (1 + Math.exp(-alpha * u));
    }
}
