package org.snn4j.transfer.train;

import java.util.List;
import java.util.Optional;
import org.snn4j.core.Check;

/**
 * How long and in what portions a phase trains.
 *
 * @param epochs epochs, at least 1
 * @param batch pairs in one optimizer step, at least 1; also the batch of scoring
 * @param precision floating-point type of the network; the same in all phases of a run
 * @param selection which epoch's network the phase ends with
 * @param evaluateEvery epochs between two scorings during the phase; 0 scores only at the end of the run. Scored is the part that decides; with
 *     {@code last} every part under the protocol {@code paper}, only the validation part (if there is one) under {@code clean}
 * @param dropLast true leaves out the last batch of an epoch if it is incomplete
 * @param frozen layers that keep the parameters and running statistics that they have at the start of the phase; left out for none
 */
public record TrainingSettings(
        int epochs,
        int batch,
        Precision precision,
        Selection selection,
        int evaluateEvery,
        boolean dropLast,
        Optional<List<String>> frozen) {
    public static final TrainingSettings DEFAULTS =
            new TrainingSettings(40, 32, Precision.FLOAT, Selection.LAST, 0, false, Optional.empty());

    public TrainingSettings {
        Check.atLeast(epochs, 1, "epochs");
        Check.atLeast(batch, 1, "batch");
        Check.notNull(precision, "precision");
        Check.notNull(selection, "selection");
        Check.atLeast(evaluateEvery, 0, "evaluate-every");
        frozen = frozen.map(List::copyOf);
        if (selection != Selection.LAST && evaluateEvery == 0) {
            throw new IllegalArgumentException("evaluate-every is 0, must be at least 1 to select the best epoch");
        }
    }

    /** Batches of an epoch of so many pairs. */
    int batches(int pairs) {
        return dropLast ? pairs / batch : (pairs + batch - 1) / batch;
    }
}
