package org.snn4j.eval.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to write in a run's folder. The operating system gives it up when the process ends, however that happens.
 *
 * <p>The lock file itself stays: whoever deleted it could take it away from under a process that has it open.
 */
public final class RunLock implements AutoCloseable {
    /** Name of the lock file. */
    public static final String FILE = ".lock";

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock if nobody has it; makes the folder.
     *
     * @return empty if another process, or another thread of this one, holds it
     */
    public static Optional<RunLock> tryAcquire(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            FileLock lock = channel.tryLock();
            held = lock != null;
        } catch (OverlappingFileLockException e) {
            held = false;
        } finally {
            if (!held) {
                channel.close();
            }
        }
        return held ? Optional.of(new RunLock(channel)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
