package org.snn4j.transfer.objective;

/**
 * Mean cross-entropy of softmax(o) over a batch, CE = mean over n of (log sum exp(o_n) - o_n[label_n]), and its gradient
 * (softmax(o) - one-hot)/N. The largest logit is subtracted first, so large logits do not overflow; NaN stays NaN.
 */
final class SoftmaxCrossEntropy {
    private final int[] labels;
    private final int classes;

    SoftmaxCrossEntropy(int[] labels, int classes) {
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException(
                        "label is " + label + ", must be in [0, " + classes + ") for " + classes + " logits");
            }
        }
        this.labels = labels;
        this.classes = classes;
    }

    /**
     * @param logits row-major [N, K] from {@code offset} on
     * @param factor what the gradient is multiplied by
     * @param gradient the gradient is added here, at the same place
     * @return the value, without the factor
     */
    double add(double[] logits, int offset, double factor, double[] gradient) {
        double sum = 0;
        double perSample = factor / labels.length;
        for (int n = 0; n < labels.length; n++) {
            int row = offset + n * classes;
            double normalizer = logSumExp(logits, row);
            sum += normalizer - logits[row + labels[n]];
            for (int k = row; k < row + classes; k++) {
                gradient[k] += perSample * Math.exp(logits[k] - normalizer);
            }
            gradient[row + labels[n]] -= perSample;
        }
        return sum / labels.length;
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
