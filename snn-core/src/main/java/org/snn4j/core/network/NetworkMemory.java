package org.snn4j.core.network;

import org.snn4j.core.kernel.WorkingMemory;

/**
 * Bytes that a network takes while it is trained, by part.
 *
 * @param arrays outputs, their gradients and the input; what is not needed at the same time shares memory
 * @param packed packed copies of inputs for the backward pass
 * @param objectives what objectives make of the observed signals, about
 * @param parameters parameters, statistics, their gradients and the state of the optimizer
 * @param kernels working arrays of the kernels, about
 * @param largest the largest single array
 * @param largestAllowed what a single array may take with these kernels
 */
public record NetworkMemory(
        long arrays,
        long packed,
        long objectives,
        long parameters,
        WorkingMemory kernels,
        long largest,
        long largestAllowed) {
    /** All that lies off the heap. */
    public long offHeap() {
        return arrays + packed + objectives + parameters + kernels.offHeap();
    }
}
