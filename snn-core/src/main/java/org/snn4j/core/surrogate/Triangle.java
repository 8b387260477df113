package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Triangle by its height: max(0, alpha - alpha^2 |u|).
 *
 * <p>Height alpha, support |u| &lt;= 1/alpha, area 1.
 */
@Reference(
        title = "Transfer-for-DVS, code of He et al.",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/base/strategy/surrogate.py, QGateGrad")
public final class Triangle implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha height at u = 0; also the inverse of half the support
     */
    public record Config(double alpha) {
        public static final Config DEFAULTS = new Config(2);

        public Config {
            Check.greaterThan(alpha, 0, "alpha");
        }
    }

    private final Tent tent;

    @Inject
    public Triangle(Config config) {
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
