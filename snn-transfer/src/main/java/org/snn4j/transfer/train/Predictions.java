package org.snn4j.transfer.train;

import java.util.Arrays;

/**
 * What a network answered for each sample of a part.
 *
 * @param labels true classes, length n
 * @param logits mean of the logits over time, [n][K]
 */
public record Predictions(int[] labels, double[][] logits) {
    public Predictions {
        if (labels.length != logits.length) {
            throw new IllegalArgumentException(labels.length + " labels for " + logits.length + " rows of logits");
        }
        labels = labels.clone();
        logits = Arrays.stream(logits).map(double[]::clone).toArray(double[][]::new);
    }

    /** Number of samples, n. */
    public int size() {
        return labels.length;
    }

    /** The class with the greatest mean logit, of several the smallest label. */
    public int predicted(int sample) {
        double[] row = logits[sample];
        int best = 0;
        for (int k = 1; k < row.length; k++) {
            if (row[k] > row[best]) {
                best = k;
            }
        }
        return best;
    }

    /** Share of samples whose predicted class is the true one, in [0, 1]; NaN without samples. */
    public double accuracy() {
        long hits = 0;
        for (int n = 0; n < labels.length; n++) {
            hits += predicted(n) == labels[n] ? 1 : 0;
        }
        return (double) hits / labels.length;
    }
}
