package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Derivative of the logistic function: alpha s (1 - s) with s = 1 / (1 + exp(-alpha u)).
 *
 * <p>BrainCog's SigmoidGrad and snnTorch's sigmoid (alpha = slope) are the same.
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, Sigmoid")
public final class Sigmoid implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param alpha steepness; the height at u = 0 is alpha/4
     */
    public record Config(double alpha) {
        public static final Config DEFAULTS = new Config(4);

        public Config {
            Check.greaterThan(alpha, 0, "alpha");
        }
    }

    private static final float LARGEST = 30;

    private final double alpha;

    @Inject
    public Sigmoid(Config config) {
        alpha = config.alpha();
    }

    @Override
    public double primitive(double u) {
        return 1 / (1 + Math.exp(-alpha * u));
    }

    @Override
    public double derivative(double u) {
        double e = Math.exp(-alpha * Math.abs(u));
        return alpha * e / ((1 + e) * (1 + e));
    }

    /**
     * In single precision exp(-z) is the 64th power of exp(-z/64), a short polynomial: unlike {@link Math#exp} that loop vectorises. The
     * relative error stays below 1e-5 as far as z = 30, beyond which the derivative (below 1e-12 of its height) is constant.
     */
    @Override
    public void derivatives(float[] u, float[] out, int length) {
        float steepness = (float) alpha;
        for (int i = 0; i < length; i++) {
            float z = Math.min(LARGEST, steepness * Math.abs(u[i])) * (1f / 64);
            float e = 1 - z * (1 / 5f) * (1 - z * (1 / 6f) * (1 - z * (1 / 7f) * (1 - z * (1 / 8f))));
            e = 1 - z * (1 - z * (1 / 2f) * (1 - z * (1 / 3f) * (1 - z * (1 / 4f) * e)));
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            out[i] = steepness * e / ((1 + e) * (1 + e));
        }
    }
}
