package org.snn4j.core.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes whole files: beside their place, forced to disk, then moved there.
 *
 * <p>A reader sees the old file or the new one, never a part. If the content fails, the old file stays and the one beside it is removed.
 */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Produces the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; need not close or flush the stream. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Replaces {@code target} by the UTF-8 bytes of {@code text}; missing folders are made. */
    public static void write(Path target, String text) throws IOException {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces {@code target} by these bytes; missing folders are made. */
    public static void write(Path target, byte[] bytes) throws IOException {
        write(target, out -> out.write(bytes));
    }

    /** Replaces {@code target} by what {@code content} writes; missing folders are made. */
    public static void write(Path target, Content content) throws IOException {
        try (PendingFile file = PendingFile.at(target)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.path()), 1 << 16)) {
                content.writeTo(out);
            }
            file.commit();
        }
    }
}
