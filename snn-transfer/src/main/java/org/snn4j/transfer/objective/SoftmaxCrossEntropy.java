package org.snn4j.transfer.objective;

import org.snn4j.data.mix.SoftLabels;

/**
 * Mean cross-entropy of softmax(o) over a batch, CE = mean over n of (log sum exp(o_n) - sum over k of y_n[k] o_n[k]), and its gradient
 * (softmax(o) - y)/N, y the label: one-hot, or shared by two classes. The largest logit is subtracted first, so large logits do not overflow; NaN
 * stays NaN.
 */
final class SoftmaxCrossEntropy {
    private final SoftLabels labels;
    private final int classes;

    SoftmaxCrossEntropy(SoftLabels labels, int classes) {
        for (int n = 0; n < labels.size(); n++) {
            check(labels.own(n), classes);
            check(labels.other(n), classes);
        }
        this.labels = labels;
        this.classes = classes;
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
            double share = labels.share(n);
            if (share == 1) {
                sum += normalizer - logits[row + labels.own(n)];
                gradient[row + labels.own(n)] -= perSample;
            } else {
                sum += normalizer - share * logits[row + labels.own(n)] - (1 - share) * logits[row + labels.other(n)];
                gradient[row + labels.own(n)] -= perSample * share;
                gradient[row + labels.other(n)] -= perSample * (1 - share);
            }
        }
        return sum / labels.size();
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
