package org.snn4j.core.optimize;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Check;
import org.snn4j.core.Views;
import org.snn4j.core.kernel.ParameterUpdates;

/** Adam's update; state row 0 is the mean of the gradient, row 1 the mean of its square. */
final class Moments {
    static final int STATES = 2;

    private final double beta1;
    private final double beta2;
    private final double epsilon;

    Moments(double beta1, double beta2, double epsilon) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
    }

    static void check(double beta1, double beta2, double epsilon) {
        checkShare(beta1, "beta1");
        checkShare(beta2, "beta2");
        Check.greaterThan(epsilon, 0, "epsilon");
    }

    private static void checkShare(double share, String name) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(name + " is " + share + ", must be at least 0 and less than 1");
        }
    }

    void updatei(INDArray gradient, INDArray state, double rate, long step) {
        INDArray flat = gradient.reshape(gradient.length());
        INDArray mean = Views.at(state, 0);
        INDArray square = Views.at(state, 1);
        if (ParameterUpdates.supports(flat)) {
            updateInSinglePrecision(flat, mean, square, rate, step + 1);
            return;
        }
        // The operation adds its epsilon to the uncorrected root; scaled like that root it means the same as beside the
        // corrected one.
        double scaled = epsilon * Math.sqrt(1 - Math.pow(beta2, step + 1));
        Nd4j.exec(new AdamUpdater(flat, square, mean, rate, beta1, beta2, scaled, Math.toIntExact(step)));
    }

    /** The corrections are those of the shares in single precision, with which the means are taken. */
    private void updateInSinglePrecision(INDArray gradient, INDArray mean, INDArray square, double rate, long steps) {
        float keptMean = (float) beta1;
        float keptSquare = (float) beta2;
        double root = Math.sqrt(1 - Math.pow(keptSquare, steps));
        double corrected = rate * root / (1 - Math.pow(keptMean, steps));
        ParameterUpdates.adami(
                gradient, mean, square, keptMean, keptSquare, (float) corrected, (float) (epsilon * root));
    }
}
