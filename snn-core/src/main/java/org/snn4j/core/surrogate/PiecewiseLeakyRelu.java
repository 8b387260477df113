package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** Derivative of three lines: 1/(2 w) for |u| &lt; w, else c. */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, PiecewiseLeakyReLU")
public final class PiecewiseLeakyRelu implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param w half the width of the steep part
     * @param c slope outside it
     */
    public record Config(double w, double c) {
        public static final Config DEFAULTS = new Config(1, 0.01);

        public Config {
            Check.greaterThan(w, 0, "w");
            Check.atLeast(c, 0, "c");
        }
    }

    private final double w;
    private final double c;

    @Inject
    public PiecewiseLeakyRelu(Config config) {
        w = config.w();
        c = config.c();
    }

    @Override
    public double primitive(double u) {
        double inner = Math.max(-w, Math.min(w, u));
        return inner / (2 * w) + 0.5 + c * (u - inner);
    }

    @Override
    public double derivative(double u) {
        return Math.abs(u) < w ? 1 / (2 * w) : c;
    }
}
