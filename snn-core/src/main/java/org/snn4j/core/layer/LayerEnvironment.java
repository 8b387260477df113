package org.snn4j.core.layer;

import org.nd4j.linalg.api.buffer.DataType;
import org.snn4j.core.kernel.Kernels;

/**
 * What a network gives each of its layers.
 *
 * @param kernels arithmetic
 * @param precision FLOAT or DOUBLE
 * @param pass the pass at work
 * @param listener hears of the work of each layer
 * @param arena memory of all buffers
 * @param packs whether layers keep packed copies of sparse inputs instead of the inputs, and neurons average their spikes for a pooling
 */
public record LayerEnvironment(
        Kernels kernels, DataType precision, Pass pass, LayerListener listener, Arena arena, boolean packs) {
    public LayerEnvironment {
        if (precision != DataType.FLOAT && precision != DataType.DOUBLE) {
            throw new IllegalArgumentException("precision is " + precision + ", must be FLOAT or DOUBLE");
        }
    }
}
