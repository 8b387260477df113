package org.snn4j.transfer.objective;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Views;

/** Copies between ND4J arrays and plain ones, in C order. */
final class Flat {
    private Flat() {}

    /** A copy of all values in C order. */
    static double[] of(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    /** A new array with the type and shape of another. */
    static INDArray like(INDArray model, double[] values) {
        return Nd4j.createFromArray(values).castTo(model.dataType()).reshape('c', model.shape());
    }

    /** A signal [T, N, ...] as [T, N, F]; a view where the layout allows it. */
    static INDArray features(INDArray signal) {
        long steps = signal.size(0);
        long samples = signal.size(1);
        return signal.reshape('c', steps, samples, signal.length() / (steps * samples));
    }

    /** Step t of an array [T, ...], a view. */
    static INDArray step(INDArray array, long t) {
        return Views.at(array, t);
    }

    /** The same values at each of T steps: [...] to [T, ...]. */
    static INDArray overTime(INDArray perStep, long steps) {
        long[] shape = new long[perStep.rank() + 1];
        shape[0] = steps;
        System.arraycopy(perStep.shape(), 0, shape, 1, perStep.rank());
        INDArray repeated = Nd4j.createUninitialized(perStep.dataType(), shape, 'c');
        for (long t = 0; t < steps; t++) {
            step(repeated, t).assign(perStep);
        }
        return repeated;
    }

    /** Sum of squares of all values, in double: a sum in single precision loses digits and depends on the number of threads. */
    static double squaredNorm(INDArray array) {
        double sum = 0;
        for (double value : of(array)) {
            sum += value * value;
        }
        return sum;
    }
}
