package org.snn4j.data.mix;

import java.util.random.RandomGenerator;

/** Draws from the symmetric Beta distribution, Beta(a, a). */
final class BetaDraw {
    private BetaDraw() {}

    /** @param a &gt; 0 */
    static double draw(double a, RandomGenerator random) {
        if (a == 1) {
            return random.nextDouble();
        }
        return a < 1 ? ofPowers(a, random) : ofGammas(a, random);
    }

    /** Joehnk: X = U^(1/a), Y = V^(1/a), X/(X + Y) given X + Y at most 1; as logarithms, since the powers of a small a underflow. */
    private static double ofPowers(double a, RandomGenerator random) {
        while (true) {
            double logX = Math.log(1 - random.nextDouble()) / a;
            double logY = Math.log(1 - random.nextDouble()) / a;
            if (Math.exp(logX) + Math.exp(logY) <= 1) {
                return 1 / (1 + Math.exp(logY - logX));
            }
        }
    }

    private static double ofGammas(double a, RandomGenerator random) {
        double x = gamma(a, random);
        double y = gamma(a, random);
        return x / (x + y);
    }

    /** Marsaglia and Tsang, for shapes of at least 1. */
    private static double gamma(double shape, RandomGenerator random) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + c * normal;
            double v = root * root * root;
            if (v > 0 && Math.log(1 - random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
