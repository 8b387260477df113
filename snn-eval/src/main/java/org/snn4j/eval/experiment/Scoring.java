package org.snn4j.eval.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.eval.metric.ClassificationScore;
import org.snn4j.eval.metric.ConfusionMatrix;
import org.snn4j.eval.metric.Measurement;
import org.snn4j.transfer.train.Predictions;
import org.snn4j.transfer.train.Scores;

/**
 * Metrics of every scored part.
 *
 * @param metrics {@code accuracy.<part>}, {@code top-5.<part>}, {@code spike-rate.<part>} (mean over the layers) and {@code spike-rate.<part>/<layer>}
 * @param confusion confusion matrix by part
 */
record Scoring(Map<String, Measurement> metrics, Map<String, ConfusionMatrix> confusion) {
    private static final int TOP = 5;

    static Scoring of(Map<String, Scores> parts, List<String> classes) {
        Map<String, Measurement> metrics = new LinkedHashMap<>();
        Map<String, ConfusionMatrix> confusion = new LinkedHashMap<>();
        parts.forEach((part, scores) -> {
            ClassificationScore score = score(scores.predictions(), classes);
            metrics.put("accuracy." + part, score.accuracy());
            metrics.put("top-5." + part, score.topAccuracy());
            spikeRates(part, scores, metrics);
            confusion.put(part, score.confusion());
        });
        return new Scoring(metrics, confusion);
    }

    private static ClassificationScore score(Predictions predictions, List<String> classes) {
        ClassificationScore score = new ClassificationScore(classes, TOP);
        double[][] logits = predictions.logits();
        int[] labels = predictions.labels();
        for (int i = 0; i < labels.length; i++) {
            score.add(logits[i], labels[i]);
        }
        return score;
    }

    private static void spikeRates(String part, Scores scores, Map<String, Measurement> metrics) {
        long n = scores.predictions().size();
        scores.spikeRates().values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .ifPresent(mean -> metrics.put("spike-rate." + part, rate(mean, n)));
        scores.spikeRates().forEach((layer, rate) -> metrics.put("spike-rate." + part + "/" + layer, rate(rate, n)));
    }

    /** A weighted mean of rates may pass 1 by rounding. */
    private static Measurement rate(double rate, long n) {
        return Measurement.share(rate > 1 && rate < 1 + 1e-9 ? 1 : rate, n);
    }
}
