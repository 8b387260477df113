package org.snn4j.core.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What one forward pass produced, by stream and name; every array is [T, N, ...]. Valid until the next pass. */
public final class Signals {
    private final Map<SignalKey, INDArray> arrays;

    public Signals(Map<SignalKey, INDArray> arrays) {
        this.arrays = new LinkedHashMap<>(arrays);
    }

    /** The array of a signal, [T, N, ...]. */
    public INDArray get(SignalKey key) {
        INDArray array = arrays.get(key);
        if (array == null) {
            throw new IllegalArgumentException("no signal " + key + " in this pass; present: " + arrays.keySet());
        }
        return array;
    }

    /** True if the pass produced it. */
    public boolean contains(SignalKey key) {
        return arrays.containsKey(key);
    }

    /** All signals present. */
    public Set<SignalKey> keys() {
        return Collections.unmodifiableSet(arrays.keySet());
    }
}
