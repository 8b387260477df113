package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** Line that turns into a logarithm: alpha for u &lt;= 0, 1 up to u = 1, 1/u beyond. */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, LogTailedReLU")
public final class LogTailedRelu implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha slope below the threshold
     */
    public record Config(double alpha) {
        public static final Config DEFAULTS = new Config(0);

        public Config {
            Check.finite(alpha, "alpha");
        }
    }

    private final double alpha;

    @Inject
    public LogTailedRelu(Config config) {
        alpha = config.alpha();
    }

    @Override
    public double primitive(double u) {
        if (u <= 0) {
            return alpha * u;
        }
        return u <= 1 ? u : Math.log(u) + 1;
    }

    @Override
    public double derivative(double u) {
        if (u <= 0) {
            return alpha;
        }
        return u <= 1 ? 1 : 1 / u;
    }
}
