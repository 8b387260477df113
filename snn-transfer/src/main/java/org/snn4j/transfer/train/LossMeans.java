package org.snn4j.transfer.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.method.MethodValue;

/** Means of the losses of one epoch, each batch with the number of its samples as weight. */
final class LossMeans {
    private final Map<String, Double> terms = new LinkedHashMap<>();
    private double total;
    private long samples;

    /** Adds a batch; throws if a term is not a finite number. */
    void add(MethodValue value, int batchSamples, String phase, Progress progress) {
        value.terms().forEach((name, term) -> {
            requireFinite(term, "objective '" + name + "'", phase, progress);
            terms.merge(name, term * batchSamples, Double::sum);
        });
        requireFinite(value.total(), "the sum of the objectives", phase, progress);
        total += value.total() * batchSamples;
        samples += batchSamples;
    }

    private static void requireFinite(double value, String what, String phase, Progress progress) {
        if (!Double.isFinite(value)) {
            throw new TrainingException(
                    "phase '" + phase + "', epoch " + (progress.epoch() + 1) + " of " + progress.epochs() + ", batch "
                            + (progress.batch() + 1) + " of " + progress.batches() + ": " + what + " is " + value
                            + "; a lower learning rate or a smaller weight may help");
        }
    }

    double total() {
        return total / samples;
    }

    Map<String, Double> terms() {
        Map<String, Double> means = new LinkedHashMap<>();
        terms.forEach((name, sum) -> means.put(name, sum / samples));
        return means;
    }
}
