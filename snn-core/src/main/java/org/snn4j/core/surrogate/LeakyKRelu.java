package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** Derivative of two lines: k for u &gt;= 0, leak below. */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, LeakyKReLU")
public final class LeakyKRelu implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param leak slope below the threshold
     * @param k slope from the threshold on
     */
    public record Config(double leak, double k) {
        public static final Config DEFAULTS = new Config(0, 1);

        public Config {
            Check.finite(leak, "leak");
            Check.finite(k, "k");
        }
    }

    private final Config config;

    @Inject
    public LeakyKRelu(Config config) {
        this.config = config;
    }

    @Override
    public double primitive(double u) {
        return u * derivative(u);
    }

    @Override
    public double derivative(double u) {
        return u >= 0 ? config.k() : config.leak();
    }
}
