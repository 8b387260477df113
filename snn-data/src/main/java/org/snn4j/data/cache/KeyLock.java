package org.snn4j.data.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock between processes that saves work and decides nothing: without it the same bytes are made twice. It ends with its process.
 */
final class KeyLock implements Closeable {
    private final FileChannel channel;
    private final boolean held;
    private final boolean busy;

    private KeyLock(FileChannel channel, boolean held, boolean busy) {
        this.channel = channel;
        this.held = held;
        this.busy = busy;
    }

    /** Waits until no other process holds it. */
    static KeyLock waitFor(Path file) throws IOException {
        FileChannel channel = open(file);
        return new KeyLock(channel, locked(channel), false);
    }

    private static boolean locked(FileChannel channel) {
        try {
            FileLock lock = channel.lock();
            return lock.isValid();
        } catch (IOException | OverlappingFileLockException e) {
            // A file system without locks, or this process has it already: the work may be done twice.
            return false;
        }
    }

    /** Takes it if no process holds it. */
    static KeyLock tryTo(Path file) throws IOException {
        FileChannel channel = open(file);
        try {
            FileLock lock = channel.tryLock();
            return new KeyLock(channel, lock != null, lock == null);
        } catch (OverlappingFileLockException e) {
            return new KeyLock(channel, false, true);
        } catch (IOException e) {
            return new KeyLock(channel, false, false);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** True if this process has it. */
    boolean held() {
        return held;
    }

    /** True if somebody else has it. */
    boolean busy() {
        return busy;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
