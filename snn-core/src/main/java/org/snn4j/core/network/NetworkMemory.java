package org.snn4j.core.network;

/**
 * Bytes that a network takes while it is trained, by part.
 *
 * @param arrays outputs, their gradients and the input; what is not needed at the same time shares memory
 * @param packed packed copies of inputs for the backward pass
 * @param objectives what objectives make of the observed signals, about
 * @param parameters parameters, statistics, their gradients and the state of the optimizer
 * @param kernels working arrays of the kernels, about; the only part in the Java heap
 */
public record NetworkMemory(long arrays, long packed, long objectives, long parameters, long kernels) {
    /** All that lies off the heap. */
    public long offHeap() {
        return arrays + packed + objectives + parameters;
    }
}
