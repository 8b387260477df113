package org.snn4j.transfer.train;

import java.util.Locale;
import org.bytedeco.javacpp.Pointer;
import org.snn4j.core.Check;

/**
 * How much off-heap memory a job may take.
 *
 * @param bytes the limit, at least 1
 */
public record MemoryBudget(long bytes) {
    private static final long GIBIBYTE = 1L << 30;
    private static final long MEBIBYTE = 1L << 20;

    public MemoryBudget {
        Check.greaterThan(bytes, 0, "bytes");
    }

    /** What is free in this process now: the JVM's off-heap limit or the machine's memory, whichever is less. */
    public static MemoryBudget ofThisProcess() {
        long limit = Pointer.maxBytes() > 0 ? Pointer.maxBytes() - Pointer.totalBytes() : Long.MAX_VALUE;
        return new MemoryBudget(Math.max(1, Math.min(limit, Pointer.availablePhysicalBytes())));
    }

    /** A number of bytes for a person: {@code 1.5 GiB}, {@code 30.0 MiB}. */
    static String text(long bytes) {
        boolean large = bytes >= GIBIBYTE;
        return String.format(
                Locale.ROOT, large ? "%.1f GiB" : "%.1f MiB", (double) bytes / (large ? GIBIBYTE : MEBIBYTE));
    }
}
