package org.snn4j.core.neuron;

import java.util.Map;

/**
 * h = decay*v + gain*x + drive with scalar coefficients.
 *
 * @param decay factor of the potential after the last reset
 * @param gain factor of the input current
 * @param drive constant part, for instance the pull towards a resting potential
 * @param derivatives for each scalar parameter, the derivative of each coefficient with respect to it
 */
public record LinearCharge(double decay, double gain, double drive, Map<String, Derivative> derivatives) {
    /** d(decay)/dp, d(gain)/dp and d(drive)/dp for one scalar parameter p. */
    public record Derivative(double decay, double gain, double drive) {}

    public LinearCharge {
        derivatives = Map.copyOf(derivatives);
    }

    /** Without learnable parameters. */
    public static LinearCharge fixed(double decay, double gain, double drive) {
        return new LinearCharge(decay, gain, drive, Map.of());
    }
}
