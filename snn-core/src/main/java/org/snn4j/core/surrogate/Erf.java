package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** Derivative of the Gaussian error function: alpha / sqrt(pi) * exp(-(alpha u)^2). */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, Erf")
public final class Erf implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha steepness; the height at u = 0 is alpha/sqrt(pi)
     */
    public record Config(double alpha) {
        public static final Config DEFAULTS = new Config(2);

        public Config {
            Check.greaterThan(alpha, 0, "alpha");
        }
    }

    private final double alpha;

    @Inject
    public Erf(Config config) {
        alpha = config.alpha();
    }

    @Override
    public double primitive(double u) {
        return 0.5 * (1 + erf(alpha * u));
    }

    @Override
    public double derivative(double u) {
        return alpha / Math.sqrt(Math.PI) * Math.exp(-alpha * alpha * u * u);
    }

    /** Series 2/sqrt(pi) exp(-z^2) sum over n of 2^n z^(2n+1) / (2n+1)!!, all of whose terms have the sign of z. */
    private static double erf(double z) {
        if (Math.abs(z) > 6) {
            return Math.signum(z);
        }
        double term = z;
        double sum = z;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * z * z / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-z * z) * sum;
    }
}
