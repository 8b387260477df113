package org.snn4j.transfer.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.network.Network;

/** A copy of a network's state, to return to. */
final class Snapshot {
    private final Map<String, INDArray> arrays = new LinkedHashMap<>();

    Snapshot(Network network) {
        network.state().forEach((name, array) -> arrays.put(name, array.dup('c')));
    }

    /** Puts the network back into this state. */
    void restore(Network network) {
        network.state().forEach((name, array) -> array.assign(arrays.get(name)));
    }
}
