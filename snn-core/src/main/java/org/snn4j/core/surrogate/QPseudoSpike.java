package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** Power-law flanks: (1 + 2 |u| / (alpha - 1))^(-alpha). */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, QPseudoSpike")
public final class QPseudoSpike implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha exponent, &gt; 1
     */
    public record Config(double alpha) {
        public static final Config DEFAULTS = new Config(2);

        public Config {
            Check.greaterThan(alpha, 1, "alpha");
        }
    }

    private final double alpha;

    @Inject
    public QPseudoSpike(Config config) {
        alpha = config.alpha();
    }

    @Override
    public double primitive(double u) {
        double tail = 0.5 * Math.pow(1 + 2 / (alpha - 1) * Math.abs(u), 1 - alpha);
        return u < 0 ? tail : 1 - tail;
    }

    @Override
    public double derivative(double u) {
        return Math.pow(1 + 2 / (alpha - 1) * Math.abs(u), -alpha);
    }
}
