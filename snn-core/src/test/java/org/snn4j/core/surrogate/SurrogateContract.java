package org.snn4j.core.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * What every {@link SurrogateGradient} must hold. Implement it in a test class of your own:
 * {@code class MySurrogateTest implements SurrogateContract { public SurrogateGradient surrogate() { ... } }}.
 */
public interface SurrogateContract {
    /** The surrogate under test. */
    SurrogateGradient surrogate();

    /** Largest difference between the derivative and the central difference of the primitive that counts as equal. */
    default double tolerance() {
        return 1e-6;
    }

    /** Compares on a grid in [-3, 3] whose points lie off round numbers, where kinks usually are. */
    @Test
    default void derivativeIsThatOfThePrimitive() {
        double step = 1e-6;
        for (double u : grid()) {
            double difference = (surrogate().primitive(u + step) - surrogate().primitive(u - step)) / (2 * step);
            double derivative = surrogate().derivative(u);
            assertThat(derivative)
                    .as("derivative at u = " + u)
                    .isEqualTo(difference, within(tolerance() * (1 + Math.abs(difference))));
        }
    }

    @Test
    default void loopsGiveTheSameAsSingleValues() {
        double[] u = grid();
        double[] out = new double[u.length];
        float[] narrow = new float[u.length];
        float[] narrowOut = new float[u.length];
        for (int i = 0; i < u.length; i++) {
            narrow[i] = (float) u[i];
        }
        surrogate().derivatives(u, out, u.length);
        surrogate().derivatives(narrow, narrowOut, u.length);
        for (int i = 0; i < u.length; i++) {
            double single = surrogate().derivative(u[i]);
            assertThat(out[i]).as("double, u = " + u[i]).isEqualTo(single, within(1e-12 * (1 + Math.abs(single))));
            assertThat((double) narrowOut[i])
                    .as("float, u = " + u[i])
                    .isEqualTo(single, within(1e-4 * (1 + Math.abs(single))));
        }
    }

    @Test
    default void loopsMayWriteWhereTheyReadAndStopAtTheLength() {
        double[] values = {0.1, -0.2, 0.3};
        float[] narrow = {0.1f, -0.2f, 0.3f};
        surrogate().derivatives(values, values, 2);
        surrogate().derivatives(narrow, narrow, 2);
        assertThat(values[1]).isEqualTo(surrogate().derivative(-0.2), within(1e-12));
        assertThat((double) narrow[1]).isEqualTo(surrogate().derivative(-0.2), within(1e-5));
        assertThat(values[2]).as("beyond the length").isEqualTo(0.3);
        assertThat(narrow[2]).as("beyond the length").isEqualTo(0.3f);
    }

    @Test
    default void derivativeIsFiniteFarFromTheThreshold() {
        for (double u : new double[] {-1e4, 0, 1e4}) {
            assertThat(surrogate().derivative(u)).as("u = " + u).isFinite();
        }
    }

    private static double[] grid() {
        double[] u = new double[118];
        for (int i = 0; i < u.length; i++) {
            u[i] = -3.0137 + 0.05171 * i;
        }
        return u;
    }
}
