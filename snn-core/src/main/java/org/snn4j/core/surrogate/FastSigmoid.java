package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Derivative of the fast sigmoid: 1 / (1 + slope |u|)^2.
 *
 * <p>Its height is 1 for every slope; norse calls it SuperSpike.
 */
@Reference(
        title = "snnTorch",
        link = "https://github.com/jeshraghian/snntorch",
        equation = "snntorch/surrogate.py, fast_sigmoid")
public final class FastSigmoid implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param slope steepness of the flanks
     */
    public record Config(double slope) {
        public static final Config DEFAULTS = new Config(25);

        public Config {
            Check.greaterThan(slope, 0, "slope");
        }
    }

    private final double slope;

    @Inject
    public FastSigmoid(Config config) {
        slope = config.slope();
    }

    @Override
    public double primitive(double u) {
        return u / (1 + slope * Math.abs(u));
    }

    @Override
    public double derivative(double u) {
        double z = 1 + slope * Math.abs(u);
        return 1 / (z * z);
    }
}
