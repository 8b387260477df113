package org.snn4j.data.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.snn4j.core.Check;
import org.snn4j.data.DataFormatException;

/** Unpacks zip and tar archives inside one folder, within limits; immutable. */
public final class Unpacker {
    private static final int BUFFER = 1 << 16;

    private final Limits limits;

    /**
     * How much an archive may hold.
     *
     * @param entries files and folders, at most
     * @param bytes bytes of all files together, at most
     */
    public record Limits(long entries, long bytes) {
        /** Three million entries and 256 GiB: more than any of the published sets. */
        public static final Limits DEFAULTS = new Limits(3_000_000, 1L << 38);

        public Limits {
            Check.atLeast(entries, 1, "entries");
            Check.atLeast(bytes, 1, "bytes");
        }
    }

    public Unpacker(Limits limits) {
        this.limits = Check.notNull(limits, "limits");
    }

    /** True if a file of this name is an archive that can be unpacked. */
    public static boolean isArchive(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".zip") || small.endsWith(".tar") || small.endsWith(".tar.gz") || small.endsWith(".tgz");
    }

    /**
     * Unpacks an archive into a folder.
     *
     * @throws DataFormatException if the archive is damaged, holds more than the limits, a link, a name outside the folder or a file twice
     * @throws FileSystemException if a file cannot be written; it is named
     */
    public void unpack(Path archive, Path folder) throws IOException {
        Target target = new Target(archive, Files.createDirectories(folder).toRealPath());
        try {
            if (archive.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                zip(archive, target);
            } else {
                tar(archive, target);
            }
        } catch (IOException e) {
            if (e instanceof FileSystemException) {
                throw e;
            }
            throw new DataFormatException(archive, 0, "a damaged archive (" + e.getMessage() + ")", "a whole one");
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new DataFormatException(archive, 0, "a damaged archive (" + e + ")", "a whole one");
        }
    }

    private void zip(Path archive, Target target) throws IOException {
        try (ZipFile file = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
                if (entry.isUnixSymlink()) {
                    throw target.refuse(entry.getName(), "a link");
                }
                if (entry.isDirectory()) {
                    target.folder(entry.getName());
                } else {
                    try (InputStream in = file.getInputStream(entry)) {
                        target.file(entry.getName(), in);
                    }
                }
            }
        }
    }

    private void tar(Path archive, Target target) throws IOException {
        boolean plain =
                archive.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".tar");
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
                InputStream content = plain
                        ? bytes
                        : GzipCompressorInputStream.builder()
                                .setInputStream(bytes)
                                .setDecompressConcatenated(true)
                                .get();
                TarArchiveInputStream tar = new TarArchiveInputStream(content)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isDirectory()) {
                    target.folder(entry.getName());
                } else if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
                    target.file(entry.getName(), tar);
                } else {
                    throw target.refuse(entry.getName(), "a link or device");
                }
            }
        }
    }

    /** The folder that an archive goes to, and what has gone there. */
    private final class Target {
        private final Path archive;
        private final Path root;
        private final byte[] buffer = new byte[BUFFER];
        private long entries;
        private long bytes;

        Target(Path archive, Path root) {
            this.archive = archive;
            this.root = root;
        }

        void folder(String name) throws IOException {
            Files.createDirectories(place(name));
        }

        void file(String name, InputStream in) throws IOException {
            Path place = place(name);
            if (Files.exists(place)) {
                throw refuse(name, "a file twice");
            }
            Files.createDirectories(place.getParent());
            try (OutputStream out = Files.newOutputStream(place)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    bytes += count;
                    if (bytes > limits.bytes()) {
                        throw refuse(name, "more than " + limits.bytes() + " bytes");
                    }
                    write(out, count, place);
                }
            }
        }

        private void write(OutputStream out, int count, Path place) throws FileSystemException {
            try {
                out.write(buffer, 0, count);
            } catch (IOException e) {
                throw new FileSystemException(place.toString(), null, "cannot be written: " + e.getMessage());
            }
        }

        private Path place(String name) {
            if (++entries > limits.entries()) {
                throw refuse(name, "more than " + limits.entries() + " entries");
            }
            if (name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0 || name.indexOf(':') >= 0) {
                throw refuse(name, "an unusual name");
            }
            Path place = root.resolve(name).normalize();
            if (!place.startsWith(root) || name.startsWith("/")) {
                throw refuse(name, "a place outside the folder");
            }
            return place;
        }

        DataFormatException refuse(String entry, String found) {
            return new DataFormatException(
                    archive, 0, found + " (entry '" + entry + "')", "plain files inside the folder, within the limits");
        }
    }
}
