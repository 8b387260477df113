package org.snn4j.transfer.objective;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Linear CKA (centred kernel alignment) of two batches of features, with its gradient.
 *
 * <p>CKA(X, Y) = &lt;K, L&gt; / (|K| |L| + small), K = Xc Xc<sup>T</sup> and L = Yc Yc<sup>T</sup> with Xc, Yc centred over the batch, so that K
 * and L are the centred Gram matrices. In [0, 1]; 1 for equal geometry; invariant to rotation, offset and (up to the small number) scale. X is
 * [N, F], Y is [N, G], row n of both belongs to the same pair. Cost N N (F + G): no matrix of F x F is ever built.
 *
 * <p>Without variation in one of the batches (all features equal or zero, or N = 1) the value is 0 and the gradient 0, but NaN for
 * {@link CkaForm#EXACT}. With N = 2 both Gram matrices have rank 1 and the value is 1 whatever the features. CKA is never negative, so the
 * published |CKA| is CKA.
 *
 * <p>Differences from the sources: the features are centred instead of the Gram matrix, which is the same and loses less in single precision;
 * the group of R2ETL replaces NaN by 0 in the feature form, here NaN stays.
 */
public final class LinearCka {
    private LinearCka() {}

    /**
     * Value and gradients for one pair of batches.
     *
     * @param value CKA
     * @param dx d CKA / d X, [N, F]
     * @param dy d CKA / d Y, [N, G]
     */
    public record Similarity(double value, INDArray dx, INDArray dy) {}

    /**
     * Values and gradients per time step.
     *
     * @param values CKA_t
     * @param dx gradient of sum over t of factor_t CKA_t with respect to X, [T, N, F]
     * @param dy the same with respect to Y, [T, N, G]
     */
    record Steps(double[] values, INDArray dx, INDArray dy) {}

    /** CKA of x [N, F] and y [N, G]. */
    public static Similarity of(INDArray x, INDArray y, CkaForm form) {
        INDArray dx = Nd4j.createUninitialized(x.dataType(), x.shape(), 'c');
        INDArray dy = Nd4j.createUninitialized(y.dataType(), y.shape(), 'c');
        return new Similarity(evaluate(x, y, form, 1, dx, dy), dx, dy);
    }

    /** CKA of x [T, N, F] and y [T, N, G] at each step. */
    static Steps overSteps(INDArray x, INDArray y, CkaForm form, double[] factors) {
        INDArray dx = Nd4j.createUninitialized(x.dataType(), x.shape(), 'c');
        INDArray dy = Nd4j.createUninitialized(y.dataType(), y.shape(), 'c');
        double[] values = new double[factors.length];
        for (int t = 0; t < values.length; t++) {
            values[t] = evaluate(Flat.step(x, t), Flat.step(y, t), form, factors[t], Flat.step(dx, t), Flat.step(dy, t));
        }
        return new Steps(values, dx, dy);
    }

    private static double evaluate(INDArray x, INDArray y, CkaForm form, double factor, INDArray dx, INDArray dy) {
        requirePairs(x, y);
        INDArray xc = x.subRowVector(x.mean(0));
        INDArray yc = y.subRowVector(y.mean(0));
        INDArray gramX = xc.mmul(xc.transpose());
        INDArray gramY = yc.mmul(yc.transpose());
        double[] k = Flat.of(gramX);
        double[] l = Flat.of(gramY);
        double h = dot(k, l);
        double a = Math.sqrt(dot(k, k));
        double b = Math.sqrt(dot(l, l));
        double denominator = form.denominator(a, b);
        double value = h / denominator;
        double across = 2 * factor / denominator;
        dx.assign(gramY.mul(across).subi(gramX.mul(within(across * value, form.slope(b), a))).mmul(xc));
        dy.assign(gramX.mul(across).subi(gramY.mul(within(across * value, form.slope(a), b))).mmul(yc));
        return value;
    }

    /** Factor of a Gram matrix in its own gradient; the norm of a zero matrix has slope 0. */
    private static double within(double scale, double slope, double norm) {
        return norm == 0 ? 0 : scale * slope / norm;
    }

    private static double dot(double[] k, double[] l) {
        double sum = 0;
        for (int i = 0; i < k.length; i++) {
            sum += k[i] * l[i];
        }
        return sum;
    }

    private static void requirePairs(INDArray x, INDArray y) {
        if (x.size(0) != y.size(0)) {
            throw new IllegalArgumentException("CKA of " + x.size(0) + " with " + y.size(0) + " samples: rows must be pairs");
        }
    }
}
