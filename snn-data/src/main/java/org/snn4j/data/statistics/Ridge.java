package org.snn4j.data.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ridge regression on one-hot classes, solved in its dual form: a linear classifier for judging how hard data are, and what can be read from one set by
 * means of another. Quadratic in memory and cubic in time in the number of samples.
 */
public final class Ridge {
    private final double[][] features;
    private final double[][] gram;
    private final int[] labels;
    private final int classes;

    /** @param features one row per sample, centred   @param labels class of each row */
    public Ridge(double[][] features, int[] labels, int classes) {
        this.features = features;
        this.labels = labels;
        this.classes = classes;
        gram = new double[features.length][features.length];
        IntStream.range(0, features.length).parallel().forEach(i -> {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = dot(features[i], features[j], features[i].length);
            }
        });
    }

    /** Part of the rows whose largest score is that of their class, after fitting with a penalty &gt; 0 on the squared weights. */
    public double accuracy(double penalty, double[][] rows, int[] classesOfRows) {
        double[][] weights = weights(penalty);
        long right = IntStream.range(0, rows.length)
                .filter(i -> classOf(rows[i], weights) == classesOfRows[i])
                .count();
        return right / (double) rows.length;
    }

    private double[][] weights(double penalty) {
        double[][] factor = factor(penalty);
        double[][] weights = new double[classes][features[0].length];
        for (int c = 0; c < classes; c++) {
            double[] dual = new double[labels.length];
            for (int i = 0; i < dual.length; i++) {
                dual[i] = (labels[i] == c ? 1 : 0) - 1.0 / classes;
            }
            solvei(factor, dual);
            for (int i = 0; i < dual.length; i++) {
                for (int j = 0; j < weights[c].length; j++) {
                    weights[c][j] += dual[i] * features[i][j];
                }
            }
        }
        return weights;
    }

    /** Cholesky's lower factor of the Gram matrix plus the penalty. */
    private double[][] factor(double penalty) {
        double[][] factor = Arrays.stream(gram).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < factor.length; i++) {
            for (int j = 0; j < i; j++) {
                factor[i][j] = (factor[i][j] - dot(factor[i], factor[j], j)) / factor[j][j];
            }
            factor[i][i] = Math.sqrt(factor[i][i] + penalty - dot(factor[i], factor[i], i));
        }
        return factor;
    }

    private static void solvei(double[][] factor, double[] right) {
        for (int i = 0; i < right.length; i++) {
            right[i] = (right[i] - dot(factor[i], right, i)) / factor[i][i];
        }
        for (int i = right.length - 1; i >= 0; i--) {
            right[i] /= factor[i][i];
            for (int j = 0; j < i; j++) {
                right[j] -= factor[i][j] * right[i];
            }
        }
    }

    private static int classOf(double[] row, double[][] weights) {
        double[] scores = Arrays.stream(weights)
                .mapToDouble(weight -> dot(weight, row, row.length))
                .toArray();
        return IntStream.range(0, scores.length)
                .reduce((a, b) -> scores[b] > scores[a] ? b : a)
                .orElseThrow();
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
