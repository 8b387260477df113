package org.snn4j.data.format;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventStream;

/** What must hold for any bytes whatever: a valid stream or an error with file and byte, in bounded time and memory. */
public final class Harmless {
    /** Longest time of one reading, in nanoseconds of the processor, so that a machine that is busy or asleep does not count. */
    private static final long LONGEST = 5_000_000_000L;
    /** Bytes that one reading may allocate whatever the file. */
    private static final long ALLOCATED = 32 << 20;
    /** Bytes of an event in memory: columns that grow, their copy, and a block. */
    private static final long PER_EVENT = 64;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Harmless() {}

    /**
     * Reads bytes as a file of a format.
     *
     * @param scratch the file to write them to
     * @param eventsPerByte events that a byte of the format can hold at most
     * @return true for a stream, false for an error
     * @throws AssertionError if anything but a valid stream or a proper error comes out; the bytes are kept, and the error says where
     */
    public static boolean read(RecordingFormat format, Path scratch, byte[] bytes, int eventsPerByte)
            throws IOException {
        Files.write(scratch, bytes);
        long allowed = ALLOCATED + PER_EVENT * eventsPerByte * bytes.length;
        Cost cost = readOnce(format, scratch, bytes, eventsPerByte);
        if (cost.allocated() > allowed) {
            // Classes that were loaded on the way count as well, and much if a fuzzer instruments them.
            cost = readOnce(format, scratch, bytes, eventsPerByte);
        }
        require(
                cost.allocated() <= allowed,
                cost.allocated() + " bytes allocated, at most " + allowed + " allowed",
                format,
                bytes,
                null);
        require(cost.nanoseconds() < LONGEST, "a reading that took too long", format, bytes, null);
        return cost.stream();
    }

    /** What a reading gave and took. */
    private record Cost(boolean stream, long allocated, long nanoseconds) {}

    private static Cost readOnce(RecordingFormat format, Path scratch, byte[] bytes, int eventsPerByte)
            throws IOException {
        boolean stream = false;
        long start = THREADS.getCurrentThreadCpuTime();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            format.match(FileStart.of(scratch));
            EventStream events = RecordingFormats.read(format, scratch, ReadSettings.DEFAULTS);
            require(
                    events.size() <= (long) eventsPerByte * bytes.length,
                    events.size() + " events from " + bytes.length + " bytes",
                    format,
                    bytes,
                    null);
            stream = true;
        } catch (DataFormatException e) {
            require(e.file().equals(scratch), "another file in the error", format, bytes, e);
            require(e.offset() >= 0 && e.offset() <= bytes.length, "an offset outside the file", format, bytes, e);
            require(
                    e.getMessage().startsWith(scratch + ", byte " + e.offset()),
                    "a message without place",
                    format,
                    bytes,
                    e);
        } catch (RuntimeException | IOException | Error e) {
            require(false, "another exception", format, bytes, e);
        }
        return new Cost(
                stream, THREADS.getCurrentThreadAllocatedBytes() - before, THREADS.getCurrentThreadCpuTime() - start);
    }

    private static void require(boolean holds, String found, RecordingFormat format, byte[] bytes, Throwable cause)
            throws IOException {
        if (!holds) {
            Path kept = Files.createDirectories(Path.of("target", "findings"))
                    .resolve(format.name() + "-" + Integer.toHexString(java.util.Arrays.hashCode(bytes)));
            Files.write(kept, bytes);
            throw new AssertionError(
                    format.title() + ": " + found + " (" + bytes.length + " bytes, kept in " + kept + ")", cause);
        }
    }
}
