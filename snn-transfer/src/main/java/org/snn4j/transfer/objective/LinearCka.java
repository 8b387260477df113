package org.snn4j.transfer.objective;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.kernel.MatrixProduct;

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
        INDArray oneX = x.reshape('c', 1, x.size(0), x.size(1));
        INDArray oneY = y.reshape('c', 1, y.size(0), y.size(1));
        Steps steps = overSteps(oneX, oneY, form, new double[] {1});
        return new Similarity(steps.values()[0], Flat.step(steps.dx(), 0), Flat.step(steps.dy(), 0));
    }

    /** CKA of x [T, N, F] and y [T, N, G] at each step. */
    static Steps overSteps(INDArray x, INDArray y, CkaForm form, double[] factors) {
        if (x.size(1) != y.size(1)) {
            throw new IllegalArgumentException(
                    "CKA of " + x.size(1) + " with " + y.size(1) + " samples: rows must be pairs");
        }
        INDArray centredX = x.sub(x.mean(true, 1));
        INDArray centredY = y.sub(y.mean(true, 1));
        INDArray dx = Nd4j.createUninitialized(x.dataType(), x.shape(), 'c');
        INDArray dy = Nd4j.createUninitialized(y.dataType(), y.shape(), 'c');
        double[] values = new double[factors.length];
        for (int t = 0; t < values.length; t++) {
            INDArray stepX = Flat.step(centredX, t);
            INDArray stepY = Flat.step(centredY, t);
            GramPair grams = new GramPair(gram(stepX), gram(stepY), form);
            values[t] = grams.value();
            Flat.step(dx, t).assign(MatrixProduct.of(matrix(grams.slopeK(2 * factors[t]), stepX), stepX));
            Flat.step(dy, t).assign(MatrixProduct.of(matrix(grams.slopeL(2 * factors[t]), stepY), stepY));
        }
        return new Steps(values, dx, dy);
    }

    private static double[] gram(INDArray rows) {
        return Flat.of(MatrixProduct.withTransposed(rows, rows));
    }

    /** A square matrix of as many rows as the features have. */
    private static INDArray matrix(double[] values, INDArray features) {
        return Nd4j.createFromArray(values)
                .castTo(features.dataType())
                .reshape('c', features.size(0), features.size(0));
    }

    /** CKA as a function of the two centred Gram matrices; an N x N matter, so in plain Java and always in double. */
    private static final class GramPair {
        private final double[] k;
        private final double[] l;
        private final CkaForm form;
        private final double normK;
        private final double normL;
        private final double denominator;
        private final double value;

        GramPair(double[] k, double[] l, CkaForm form) {
            this.k = k;
            this.l = l;
            this.form = form;
            this.normK = Math.sqrt(dot(k, k));
            this.normL = Math.sqrt(dot(l, l));
            this.denominator = form.denominator(normK, normL);
            this.value = dot(k, l) / denominator;
        }

        double value() {
            return value;
        }

        /** factor * d CKA / d K. */
        double[] slopeK(double factor) {
            return combine(l, k, factor / denominator, within(normK, form.slope(normL)));
        }

        /** factor * d CKA / d L. */
        double[] slopeL(double factor) {
            return combine(k, l, factor / denominator, within(normL, form.slope(normK)));
        }

        /** What the own norm in the denominator contributes; the norm of a zero matrix has slope 0. */
        private double within(double norm, double slope) {
            return norm == 0 ? 0 : value * slope / norm;
        }

        private static double[] combine(double[] other, double[] own, double scale, double within) {
            double[] slope = new double[own.length];
            for (int i = 0; i < slope.length; i++) {
                slope[i] = scale * (other[i] - within * own[i]);
            }
            return slope;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
