package org.snn4j.transfer.objective;

import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.data.mix.SoftLabels;

/**
 * Mean cross-entropy of softmax(o) over a batch, CE = mean over n of (log sum exp(o_n) - sum over k of y_n[k] o_n[k]), and its gradient
 * (softmax(o) - y)/N, y the label: one-hot, or shared by two classes. The largest logit is subtracted first, so large logits do not overflow; NaN
 * stays NaN.
 *
 * <p>Smoothed by e, the label is (1 - e) y + e/K: a share of e of it is the same for all classes.
 */
final class SoftmaxCrossEntropy {
    private final SoftLabels labels;
    private final int classes;
    private final double smoothing;

    SoftmaxCrossEntropy(SoftLabels labels, int classes) {
        this(labels, classes, Optional.empty());
    }

    SoftmaxCrossEntropy(SoftLabels labels, int classes, Optional<Double> smoothing) {
        for (int n = 0; n < labels.size(); n++) {
            check(labels.own(n), classes);
            check(labels.other(n), classes);
        }
        this.labels = labels;
        this.classes = classes;
        this.smoothing = smoothing.orElse(0.0);
    }

    /** A legal amount of smoothing, or none. */
    static void checkSmoothing(Optional<Double> smoothing) {
        smoothing.ifPresent(share -> Check.inRange(share, 0, 1, "smoothing"));
    }

    private static void check(int label, int classes) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException(
                    "label is " + label + ", must be in [0, " + classes + ") for " + classes + " logits");
        }
    }

    /**
     * @param logits row-major [N, K] from {@code offset} on
     * @param factor what the gradient is multiplied by
     * @param gradient the gradient is added here, at the same place
     * @return the value, without the factor
     */
    double add(double[] logits, int offset, double factor, double[] gradient) {
        double sum = 0;
        double perSample = factor / labels.size();
        for (int n = 0; n < labels.size(); n++) {
            int row = offset + n * classes;
            double normalizer = logSumExp(logits, row);
            for (int k = row; k < row + classes; k++) {
                gradient[k] += perSample * Math.exp(logits[k] - normalizer);
            }
            double labelled = (1 - smoothing) * labelled(logits, row, n, (1 - smoothing) * perSample, gradient);
            sum += normalizer - labelled - (smoothing == 0 ? 0 : evenly(logits, row, perSample, gradient));
        }
        return sum / labels.size();
    }

    /** Sum over k of y[k] o[k]; takes factor * y from the gradient. */
    private double labelled(double[] logits, int row, int n, double factor, double[] gradient) {
        double share = labels.share(n);
        int own = row + labels.own(n);
        if (share == 1) {
            gradient[own] -= factor;
            return logits[own];
        }
        int other = row + labels.other(n);
        gradient[own] -= factor * share;
        gradient[other] -= factor * (1 - share);
        return share * logits[own] + (1 - share) * logits[other];
    }

    /** The same for the part of the label that all classes share. */
    private double evenly(double[] logits, int row, double factor, double[] gradient) {
        double each = smoothing / classes;
        double sum = 0;
        for (int k = row; k < row + classes; k++) {
            sum += each * logits[k];
            gradient[k] -= factor * each;
        }
        return sum;
    }

    private double logSumExp(double[] logits, int row) {
        double max = logits[row];
        for (int k = row + 1; k < row + classes; k++) {
            max = Math.max(max, logits[k]);
        }
        double sum = 0;
        for (int k = row; k < row + classes; k++) {
            sum += Math.exp(logits[k] - max);
        }
        return max + Math.log(sum);
    }
}
