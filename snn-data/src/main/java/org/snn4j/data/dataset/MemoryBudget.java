package org.snn4j.data.dataset;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.snn4j.core.ConfigurationException;

/** Asks whether data will fit in the heap before they are made. */
final class MemoryBudget {
    /** Part of the free heap that data may take; the rest is for batches and the network's own arrays. */
    private static final double USABLE = 0.8;

    private static final double MEGABYTE = 1 << 20;

    private final LongSupplier free;

    MemoryBudget(LongSupplier free) {
        this.free = free;
    }

    /** The heap of this JVM. */
    static MemoryBudget ofHeap() {
        return new MemoryBudget(MemoryBudget::freeHeap);
    }

    private static long freeHeap() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    /** True if it fits. */
    boolean fits(long bytes) {
        if (bytes > available()) {
            // Garbage counts as taken until it is collected.
            System.gc();
        }
        return bytes <= available();
    }

    private long available() {
        return (long) (USABLE * free.getAsLong());
    }

    /**
     * Refuses what does not fit.
     *
     * @param what what needs the memory
     * @param advice what to lower
     */
    void require(long bytes, String what, String advice) {
        if (!fits(bytes)) {
            long available = available();
            throw new ConfigurationException(String.format(
                    Locale.ROOT,
                    "data: %s need %d bytes (%.0f MB), %d bytes (%.0f MB) of the heap are available; %s, or give the JVM a larger heap (-Xmx)",
                    what,
                    bytes,
                    bytes / MEGABYTE,
                    available,
                    available / MEGABYTE,
                    advice));
        }
    }
}
