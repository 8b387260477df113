package org.snn4j.core.surrogate;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Derivative of a square wave's Fourier series: 4/period times the sum over k = 1 .. terms of cos(2 pi (2k - 1) u / period).
 *
 * <p>SpikingJelly's n counts one more than the terms it sums: n = terms + 1.
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/surrogate.py, SquarewaveFourierSeries")
public final class SquareWaveFourier implements SurrogateGradient {
    /**
     * Parameters.
     *
     * @param terms number of cosines
     * @param period period of the wave
     */
    public record Config(int terms, double period) {
        public static final Config DEFAULTS = new Config(1, 8);

        public Config {
            Check.atLeast(terms, 1, "terms");
            Check.greaterThan(period, 0, "period");
        }
    }

    private final int terms;
    private final double period;

    @Inject
    public SquareWaveFourier(Config config) {
        terms = config.terms();
        period = config.period();
    }

    @Override
    public double primitive(double u) {
        double sum = 0;
        for (int k = 1; k <= terms; k++) {
            sum += Math.sin(2 * Math.PI * (2 * k - 1) * u / period) / (2 * k - 1);
        }
        return 0.5 + 2 / Math.PI * sum;
    }

    @Override
    public double derivative(double u) {
        double sum = 0;
        for (int k = 1; k <= terms; k++) {
            sum += Math.cos(2 * Math.PI * (2 * k - 1) * u / period);
        }
        return 4 / period * sum;
    }
}
