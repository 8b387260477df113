package org.snn4j.eval.metric;

import java.util.List;
import org.nd4j.evaluation.classification.Evaluation;
import org.snn4j.core.Check;

/**
 * Accumulates top-1 accuracy, top-k accuracy and the confusion matrix.
 *
 * <p>A class's place is the number of classes with a greater score plus the number of classes with the same score and a smaller label; the
 * prediction is the class at place 0. So a network that never fires scores at chance for every k, while ND4J's own top-N count would
 * call each of its ties a hit. Not safe for several threads.
 */
public final class ClassificationScore {
    private final List<String> classes;
    private final int k;
    private final Evaluation evaluation;
    private long hits;
    private long n;

    /**
     * @param classes names by label
     * @param k places that count for the top-k accuracy, at least 1; with k at or above the number of classes it is always 1
     */
    public ClassificationScore(List<String> classes, int k) {
        this.classes = List.copyOf(classes);
        this.k = Check.atLeast(k, 1, "k");
        Check.atLeast(classes.size(), 2, "number of classes");
        this.evaluation = new Evaluation(classes.size());
    }

    /**
     * Adds one sample.
     *
     * @param scores one per class, for instance logits averaged over time; finite
     * @param label the true class
     * @throws ArithmeticException if a score is not finite: training has diverged
     */
    public void add(double[] scores, int label) {
        if (scores.length != classes.size()) {
            throw new IllegalArgumentException(
                    "there are " + scores.length + " scores for " + classes.size() + " classes");
        }
        Check.inRange(label, 0, classes.size() - 1.0, "label");
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new ArithmeticException("the score of a class is " + score + ": training has diverged");
            }
        }
        if (place(scores, label) < k) {
            hits++;
        }
        n++;
        evaluation.eval(best(scores), label);
    }

    /** Samples added. */
    public long n() {
        return n;
    }

    /** Share of samples whose true class has the highest score, in percent. */
    public Measurement accuracy() {
        requireSamples();
        return Measurement.share((double) confusion().correct() / n, n);
    }

    /** Share of samples whose true class is among the k highest scores, in percent. */
    public Measurement topAccuracy() {
        requireSamples();
        return Measurement.share((double) hits / n, n);
    }

    /** Counts by true and predicted class. */
    public ConfusionMatrix confusion() {
        long[][] counts = new long[classes.size()][classes.size()];
        for (int actual = 0; actual < counts.length; actual++) {
            for (int predicted = 0; predicted < counts.length; predicted++) {
                counts[actual][predicted] = evaluation.getConfusion().getCount(actual, predicted);
            }
        }
        return new ConfusionMatrix(classes, counts);
    }

    private void requireSamples() {
        if (n == 0) {
            throw new IllegalStateException("no sample was scored");
        }
    }

    private static int place(double[] scores, int label) {
        int place = 0;
        for (int c = 0; c < scores.length; c++) {
            if (scores[c] > scores[label] || (scores[c] == scores[label] && c < label)) {
                place++;
            }
        }
        return place;
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c] > scores[best]) {
                best = c;
            }
        }
        return best;
    }
}
