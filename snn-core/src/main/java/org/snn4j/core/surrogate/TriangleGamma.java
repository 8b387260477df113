package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Triangle by half its support: max(0, gamma - |u|) / gamma^2.
 *
 * <p>The same function as {@link Triangle} with alpha = 1/gamma.
 */
@Reference(
        title = "temporal_efficient_training, code of TET (Deng et al., ICLR 2022)",
        link = "https://github.com/Gus-Lab/temporal_efficient_training",
        equation = "models/layers.py, ZIF")
public final class TriangleGamma implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param gamma half the support; the height at u = 0 is 1/gamma
     */
    public record Config(double gamma) {
        public static final Config DEFAULTS = new Config(1);

        public Config {
            Check.greaterThan(gamma, 0, "gamma");
        }
    }

    private final Tent tent;

    @Inject
    public TriangleGamma(Config config) {
        tent = new Tent(1 / config.gamma());
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
