package org.snn4j.transfer.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.network.Network;

/** A copy of a network's state, to return to; its memory is reused when it is taken again. */
final class Snapshot {
    private final Map<String, INDArray> arrays = new LinkedHashMap<>();

    /** Copies the state the network is in. */
    void take(Network network) {
        network.state().forEach((name, array) -> {
            INDArray copy = arrays.get(name);
            if (copy == null) {
                arrays.put(name, array.dup('c'));
            } else {
                copy.assign(array);
            }
        });
    }

    /** Puts the network back into this state; does nothing if none was taken. */
    void restore(Network network) {
        if (!arrays.isEmpty()) {
            network.state().forEach((name, array) -> array.assign(arrays.get(name)));
        }
    }
}
