package org.snn4j.transfer.objective;

import java.util.Set;
import org.snn4j.core.network.SignalKey;

/** A term that compares one signal of both streams. */
abstract class PairObjective implements Objective {
    /** The compared signals. */
    final StreamPair pair;

    private final double weight;

    PairObjective(double weight, String signal) {
        this.weight = weight;
        this.pair = new StreamPair(signal);
    }

    @Override
    public final double weight() {
        return weight;
    }

    @Override
    public final Set<SignalKey> reads() {
        return pair.keys();
    }
}
