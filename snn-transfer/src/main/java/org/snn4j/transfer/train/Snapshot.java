package org.snn4j.transfer.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A copy of named arrays, to return to; its memory is reused when it is taken again. */
final class Snapshot {
    private final Map<String, INDArray> copies = new LinkedHashMap<>();

    /** Copies the values the arrays have now. */
    void take(Map<String, INDArray> arrays) {
        arrays.forEach((name, array) -> {
            INDArray copy = copies.get(name);
            if (copy == null) {
                copies.put(name, array.dup('c'));
            } else {
                copy.assign(array);
            }
        });
    }

    /** Puts the arrays of the same names back to these values; does nothing if none were taken. */
    void restore(Map<String, INDArray> arrays) {
        if (!copies.isEmpty()) {
            arrays.forEach((name, array) -> array.assign(copies.get(name)));
        }
    }
}
