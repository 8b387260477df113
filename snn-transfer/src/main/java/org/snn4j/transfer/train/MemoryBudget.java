package org.snn4j.transfer.train;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;
import org.snn4j.core.Check;

/**
 * How much memory a job may take, in bytes.
 *
 * @param offHeap all arrays off the heap together, at least 1
 * @param heap all that stays in Java's heap for longer, at least 1
 */
public record MemoryBudget(long offHeap, long heap) {
    static final long GIBIBYTE = 1L << 30;
    static final long MEBIBYTE = 1L << 20;

    public MemoryBudget {
        Check.greaterThan(offHeap, 0, "off-heap");
        Check.greaterThan(heap, 0, "heap");
    }

    /**
     * Of this process. Off the heap: JavaCPP's limit, which nothing else holds ND4J's arrays to, or what the machine has left, whichever is less. In the heap:
     * its largest pool, that of the objects which stay.
     */
    public static MemoryBudget ofThisProcess() {
        long limit = Pointer.maxBytes() > 0 ? Pointer.maxBytes() : Long.MAX_VALUE;
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getMax())
                .max()
                .orElse(0);
        return new MemoryBudget(
                Math.max(1, Math.min(limit, Pointer.availablePhysicalBytes())),
                heap > 0 ? heap : Runtime.getRuntime().maxMemory());
    }

    /** A number of bytes for a person: {@code 1.5 GiB}, {@code 30.0 MiB}. */
    static String text(long bytes) {
        boolean large = bytes >= GIBIBYTE;
        return String.format(
                Locale.ROOT, large ? "%.1f GiB" : "%.1f MiB", (double) bytes / (large ? GIBIBYTE : MEBIBYTE));
    }
}
