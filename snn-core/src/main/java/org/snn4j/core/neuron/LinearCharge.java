package org.snn4j.core.neuron;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Sums;

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

    /** The equation in ND4J: {@link Neuron#charge} of every neuron of this form. */
    public INDArray charge(INDArray v, INDArray x) {
        return combine(v, x, decay, gain, drive);
    }

    /** Its chain rule: {@link Neuron#backward} of every neuron of this form. A parameter's gradient has the shape [1]. */
    public ChargeGradient backward(INDArray v, INDArray x, INDArray dh) {
        Map<String, INDArray> parameters = new LinkedHashMap<>();
        derivatives.forEach((name, d) -> {
            double sum = Sums.of(combine(v, x, d.decay, d.gain, d.drive).muli(dh));
            parameters.put(name, Nd4j.valueArrayOf(new long[] {1}, sum, dh.dataType()));
        });
        return new ChargeGradient(dh.mul(decay), dh.mul(gain), parameters);
    }

    private static INDArray combine(INDArray v, INDArray x, double a, double b, double c) {
        INDArray h = v.mul(a).addi(x.mul(b));
        return c == 0 ? h : h.addi(c);
    }
}
