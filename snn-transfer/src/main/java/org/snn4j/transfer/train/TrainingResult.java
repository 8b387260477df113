package org.snn4j.transfer.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What training left behind besides the network.
 *
 * @param interrupted true if it was stopped before its end; then there are no scores
 * @param epochs finished epochs of all phases, in order
 * @param selectedEpoch epoch of the last phase, 0-based, whose network was kept; -1 if interrupted
 * @param scores scores of the kept network on each scored part, in the order of the data
 * @param exposure data shown to the network in all phases
 */
public record TrainingResult(
        boolean interrupted,
        List<EpochRecord> epochs,
        int selectedEpoch,
        Map<String, Scores> scores,
        Exposure exposure) {
    public TrainingResult {
        epochs = List.copyOf(epochs);
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }
}
