package org.snn4j.core.kernel;

/**
 * Bytes of the arrays that kernels work with beside those they are given, about.
 *
 * @param offHeap native memory
 * @param heap Java's heap
 */
public record WorkingMemory(long offHeap, long heap) {
    /** Nothing worth counting. */
    public static final WorkingMemory NONE = new WorkingMemory(0, 0);

    /** The most of either; what one call leaves, the next uses. */
    public WorkingMemory or(WorkingMemory other) {
        return new WorkingMemory(Math.max(offHeap, other.offHeap), Math.max(heap, other.heap));
    }
}
