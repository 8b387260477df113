package org.snn4j.eval.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The right to write in a run's folder. The operating system gives it up when the process ends, however that happens.
 *
 * <p>The lock file stays with the run's files. A folder that came to nothing else is removed by {@link #discard}; whoever waited with the removed
 * file open notices that it is no longer the one in the folder.
 */
public final class RunLock implements AutoCloseable {
    /** Name of the lock file. */
    public static final String FILE = ".lock";

    private static final int ATTEMPTS = 10;

    private final Path folder;
    private final FileChannel channel;

    private RunLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock if nobody has it; makes the folder.
     *
     * @return empty if another process, or another thread of this one, holds it
     */
    public static Optional<RunLock> tryAcquire(Path folder) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return tryOnce(folder);
            } catch (NoSuchFileException e) {
                // Another process has just discarded the folder.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Optional<RunLock> tryOnce(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            Object opened = key(file);
            FileLock lock = channel.tryLock();
            if (lock != null && !Objects.equals(opened, key(file))) {
                throw new NoSuchFileException(file.toString());
            }
            held = lock != null;
        } catch (OverlappingFileLockException e) {
            held = false;
        } finally {
            if (!held) {
                channel.close();
            }
        }
        return held ? Optional.of(new RunLock(folder, channel)) : Optional.empty();
    }

    /** Tells files of one name apart; null where the file system cannot. Must not open the file: closing it would give up the lock. */
    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /**
     * Removes the folder if it holds nothing but the lock file, and the folders above it that are then empty.
     *
     * @param top the topmost folder to keep
     */
    public void discard(Path top) throws IOException {
        Path file = folder.resolve(FILE);
        // Without keys a waiting process could not notice.
        if (key(file) == null || !holdsOnly(file)) {
            return;
        }
        Files.delete(file);
        for (Path place = folder; !place.equals(top); place = place.getParent()) {
            try {
                Files.delete(place);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                return;
            }
        }
    }

    private boolean holdsOnly(Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file::equals);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
