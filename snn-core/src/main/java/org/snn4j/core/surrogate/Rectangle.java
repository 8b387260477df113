package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Rectangle: height for |u| &lt; width/2, else 0.
 *
 * <p>Width 1 and height 1: BackEIGateGrad of He et al., and the rectangle of NDA for gamma = 1 (width gamma, height 1/gamma). GateGrad of
 * BrainCog is width 2/alpha, height 1.
 */
@Reference(
        title = "Transfer-for-DVS, code of He et al.",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/base/strategy/surrogate.py, BackEIGateGrad")
public final class Rectangle implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param width length of the support
     * @param height value inside it
     */
    public record Config(double width, double height) {
        public static final Config DEFAULTS = new Config(1, 1);

        public Config {
            Check.greaterThan(width, 0, "width");
            Check.greaterThan(height, 0, "height");
        }
    }

    private final double half;
    private final double height;

    @Inject
    public Rectangle(Config config) {
        half = config.width() / 2;
        height = config.height();
    }

    @Override
    public double primitive(double u) {
        return height * Math.max(-half, Math.min(half, u)) + height * half;
    }

    @Override
    public double derivative(double u) {
        return Math.abs(u) < half ? height : 0;
    }

    @Override
    public void derivatives(float[] u, float[] out, int length) {
        float half = (float) this.half;
        float height = (float) this.height;
        // Without a branch, so that the loop vectorises: any distance to the edge, however small, becomes 1.
        for (int i = 0; i < length; i++) {
            float inside = Math.max(0, half - Math.abs(u[i])) * Float.MAX_VALUE;
            out[i] = height * Math.min(1, inside);
        }
    }

    @Override
    public void derivatives(double[] u, double[] out, int length) {
        for (int i = 0; i < length; i++) {
            double inside = Math.max(0, half - Math.abs(u[i])) * Double.MAX_VALUE;
            out[i] = height * Math.min(1, inside);
        }
    }
}
