package org.snn4j.core.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that is written beside its place and moved there when it is whole; for one thread.
 *
 * <p>Whoever reads the place sees the old file or the new one, never a part. A file that is closed before {@link #commit} leaves nothing behind.
 */
public final class PendingFile implements Closeable {
    private static final AtomicLong COUNTER = new AtomicLong();

    private final Path place;
    private final Path beside;

    private PendingFile(Path place, Path beside) {
        this.place = place;
        this.beside = beside;
    }

    /** Begins a file, empty; missing folders are made. */
    public static PendingFile at(Path target) throws IOException {
        Path place = target.toAbsolutePath();
        Files.createDirectories(place.getParent());
        Path beside = place.resolveSibling("." + place.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet() + ".part");
        Files.createFile(beside);
        return new PendingFile(place, beside);
    }

    /** Where the content goes until it is whole. */
    public Path path() {
        return beside;
    }

    /** Forces the content, which nobody may have open for writing any more, to disk and moves it to its place. */
    public void commit() throws IOException {
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        commitUnforced();
        forceFolder(place.getParent());
    }

    /**
     * As {@link #commit}, without forcing anything to disk: whole after a killed process, but when the power fails the file may be missing or hold anything. For
     * what can be made anew and whose readers find out by a checksum.
     */
    public void commitUnforced() throws IOException {
        try {
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the file system of " + place.getParent() + " cannot replace a file in one step", e);
        }
    }

    /** Makes the move durable where folders can be opened as files; Windows refuses that and needs no such step. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Removes what was written, unless it was committed. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(beside);
    }
}
