package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Derivative of an arctangent: alpha/2 / (1 + (pi/2 alpha u)^2).
 *
 * <p>BrainCog (AtanGrad), SpikingJelly and snnTorch use the same parametrisation.
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, ATan")
public final class ArcTan implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha steepness; the height at u = 0 is alpha/2
     */
    public record Config(double alpha) {
        public static final Config DEFAULTS = new Config(2);

        public Config {
            Check.greaterThan(alpha, 0, "alpha");
        }
    }

    private final double alpha;

    @Inject
    public ArcTan(Config config) {
        alpha = config.alpha();
    }

    @Override
    public double primitive(double u) {
        return Math.atan(Math.PI / 2 * alpha * u) / Math.PI + 0.5;
    }

    @Override
    public double derivative(double u) {
        double z = Math.PI / 2 * alpha * u;
        return alpha / 2 / (1 + z * z);
    }

    @Override
    public void derivatives(float[] u, float[] out, int length) {
        float height = (float) (alpha / 2);
        float scale = (float) (Math.PI / 2 * alpha);
        for (int i = 0; i < length; i++) {
            float z = scale * u[i];
            out[i] = height / (1 + z * z);
        }
    }

    @Override
    public void derivatives(double[] u, double[] out, int length) {
        double height = alpha / 2;
        double scale = Math.PI / 2 * alpha;
        for (int i = 0; i < length; i++) {
            double z = scale * u[i];
            out[i] = height / (1 + z * z);
        }
    }
}
