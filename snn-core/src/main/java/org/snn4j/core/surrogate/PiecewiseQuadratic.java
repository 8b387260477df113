package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Derivative of a spike made of two parabolas: max(0, alpha - alpha^2 |u|).
 *
 * <p>The same function as {@link Triangle}, under the name and with the default that SpikingJelly gives it.
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, PiecewiseQuadratic")
public final class PiecewiseQuadratic implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha height at u = 0; also the inverse of half the support
     */
    public record Config(double alpha) {
        public static final Config DEFAULTS = new Config(1);

        public Config {
            Check.greaterThan(alpha, 0, "alpha");
        }
    }

    private final Tent tent;

    @Inject
    public PiecewiseQuadratic(Config config) {
        tent = new Tent(config.alpha());
    }

    @Override
    public double primitive(double u) {
        return tent.primitive(u);
    }

    @Override
    public double derivative(double u) {
        return tent.derivative(u);
    }

    @Override
    public void derivatives(float[] u, float[] out, int length) {
        tent.derivatives(u, out, length);
    }

    @Override
    public void derivatives(double[] u, double[] out, int length) {
        tent.derivatives(u, out, length);
    }
}
