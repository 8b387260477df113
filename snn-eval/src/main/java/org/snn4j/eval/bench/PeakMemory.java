package org.snn4j.eval.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most memory in use since the process began, data included, in bytes.
 *
 * @param resident main memory that the whole process held; 0 where the system does not tell
 * @param heap used in Java's heap, garbage included
 * @param planned what the memory plan gives the process once the data are read
 */
public record PeakMemory(long resident, long heap, long planned) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long KIBIBYTE = 1024;

    /** What this process needed so far. */
    static PeakMemory ofThisProcess(long planned) {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        return new PeakMemory(residentPeak(), heap, planned);
    }

    /** Linux tells it in a file; there is no other way without native code. */
    private static long residentPeak() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            Matcher peak = PEAK.matcher(Files.readString(STATUS));
            return peak.find() ? Long.parseLong(peak.group(1)) * KIBIBYTE : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
