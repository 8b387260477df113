package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** Derivative of a rectified line: alpha for u &gt; 0, else 0. */
@Reference(
        title = "Transfer-for-DVS, code of He et al.",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/base/strategy/surrogate.py, ReLUGrad")
public final class Relu implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha slope above the threshold
     */
    public record Config(double alpha) {
        public static final Config DEFAULTS = new Config(2);

        public Config {
            Check.greaterThan(alpha, 0, "alpha");
        }
    }

    private final double alpha;

    @Inject
    public Relu(Config config) {
        alpha = config.alpha();
    }

    @Override
    public double primitive(double u) {
        return alpha * Math.max(0, u);
    }

    @Override
    public double derivative(double u) {
        return u > 0 ? alpha : 0;
    }
}
