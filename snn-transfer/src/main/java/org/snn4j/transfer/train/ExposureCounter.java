package org.snn4j.transfer.train;

import java.util.BitSet;
import java.util.List;
import org.snn4j.data.pair.Pair;
import org.snn4j.transfer.Mixture;

/** Counts which images and recordings the network was shown, and in how many steps. */
final class ExposureCounter {
    private final BitSet images = new BitSet();
    private final BitSet recordings = new BitSet();
    private long imagePresentations;
    private long recordingPresentations;
    private long steps;

    /** Counts a batch and its step; an image counts if at least one of its frames was not replaced by an event frame. */
    void add(List<Pair> pairs, Mixture mixture) {
        steps++;
        for (int n = 0; n < pairs.size(); n++) {
            Pair pair = pairs.get(n);
            if (pair.image() != Pair.NONE && !mixture.isEvent(0, n)) {
                images.set(pair.image());
                imagePresentations++;
            }
            if (pair.recording() != Pair.NONE) {
                recordings.set(pair.recording());
                recordingPresentations++;
            }
        }
    }

    Exposure total() {
        return new Exposure(
                images.cardinality(), imagePresentations, recordings.cardinality(), recordingPresentations, steps);
    }
}
