package org.snn4j.transfer.objective;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;

/**
 * Where the weights of single time steps come from, He et al.'s spatio-temporal regularization.
 *
 * <p>A share a_t in [0, 1] of each step goes to the alignment, the rest 1 - a_t to the classification of events. The learned shares are
 * a_t = sigmoid(eta_t) with one parameter {@value #PARAMETER} per step, shared by all terms that use it and starting at 1.
 */
public enum StepWeighting {
    /** Every step weighs 1, in the alignment as in the classification. */
    NONE,
    /** a_t = sigmoid(eta_t). */
    LEARNED,
    /** a_t = a constant. */
    FIXED;

    /** Name of the learned parameter, [T]. */
    public static final String PARAMETER = "step-coefficients";

    private static final double START = 1.0;

    /** The parameter if it is learned. */
    List<ParameterSpec> parameters(int steps) {
        return this == LEARNED ? List.of(ParameterSpec.constant(PARAMETER, START, steps)) : List.of();
    }

    /** Factors of an alignment term: 1, sigmoid(eta_t) or the constant. */
    Factors alignment(int steps, double constant, Parameters parameters) {
        return switch (this) {
            case NONE -> constant(steps, 1);
            case FIXED -> constant(steps, constant);
            case LEARNED -> learned(steps, parameters.get(PARAMETER));
        };
    }

    /** Factors of a classification term: 1, 1 - sigmoid(eta_t) or 1 - the constant. */
    Factors classification(int steps, double constant, Parameters parameters) {
        return this == NONE
                ? constant(steps, 1)
                : alignment(steps, constant, parameters).complement();
    }

    private static Factors constant(int steps, double value) {
        double[] values = new double[steps];
        Arrays.fill(values, value);
        return new Factors(values, new double[steps]);
    }

    private static Factors learned(int steps, INDArray eta) {
        if (eta.length() != steps) {
            throw new IllegalArgumentException(
                    PARAMETER + " has " + eta.length() + " values, must have one per time step, " + steps);
        }
        double[] values = Flat.of(eta);
        double[] slopes = new double[steps];
        for (int t = 0; t < steps; t++) {
            values[t] = Sigmoid.of(values[t]);
            slopes[t] = values[t] * (1 - values[t]);
        }
        return new Factors(values, slopes);
    }

    /**
     * Factors per step.
     *
     * @param values the factors
     * @param slopes their derivatives with respect to eta_t; 0 where nothing is learned
     */
    record Factors(double[] values, double[] slopes) {
        private Factors complement() {
            return new Factors(
                    Arrays.stream(values).map(a -> 1 - a).toArray(),
                    Arrays.stream(slopes).map(slope -> -slope).toArray());
        }
    }
}
