package org.snn4j.data.dataset;

import org.snn4j.core.Check;
import org.snn4j.data.twin.TwinFolder;
import org.snn4j.data.twin.TwinSet;

/**
 * Size of the simulated twin of a data set.
 *
 * @param recordings recordings of each class, at least 2
 * @param seed seed of the generated data; the run's own seed changes only how they are split
 */
public record TwinSize(int recordings, long seed) {
    public TwinSize {
        Check.atLeast(recordings, 2, "recordings");
    }

    SimulatedTwin of(TwinSet set) {
        return SimulatedTwin.of(new TwinFolder.Content(set, recordings, seed));
    }
}
