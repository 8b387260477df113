package org.snn4j.data.fetch;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.snn4j.core.io.AtomicFiles;

/**
 * The part of a file that has come so far, {@code NAME.part}, and beside it what the server said of the whole, {@code NAME.part.json}; for one thread,
 * locked against other processes.
 */
final class PartialFile implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path target;
    private final Path part;
    private final Path note;
    private final FileChannel channel;
    private Whole whole;

    /**
     * What the server said of the whole file.
     *
     * @param address address asked
     * @param validator its mark (ETag or Last-Modified); empty for none
     * @param bytes its length, -1 if not said
     */
    record Whole(
            @JsonProperty("address") String address,
            @JsonProperty("validator") String validator,
            @JsonProperty("bytes") long bytes) {}

    private PartialFile(Path target, Path part, Path note, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.note = note;
        this.channel = channel;
    }

    /** Opens what is there, or an empty part; a part without a readable note, or of another address, begins anew. */
    static PartialFile open(Path target, String address) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Path note = target.resolveSibling(target.getFileName() + ".part.json");
        Files.createDirectories(target.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            lock(channel, part);
            PartialFile file = new PartialFile(target, part, note, channel);
            file.whole = read(note);
            if (file.whole == null || !address.equals(file.whole.address())) {
                file.restart(new Whole(address, "", -1));
            }
            channel.position(channel.size());
            return file;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path part) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw FetchException.lasting(part, "a download that is under way", "none: wait for it or stop it");
        }
    }

    private static Whole read(Path note) throws IOException {
        if (!Files.exists(note)) {
            return null;
        }
        try {
            return JSON.readValue(Files.readAllBytes(note), Whole.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    Path part() {
        return part;
    }

    Whole whole() {
        return whole;
    }

    long length() throws IOException {
        return channel.size();
    }

    /** Drops what is there. */
    void restart(Whole fresh) throws IOException {
        channel.truncate(0);
        channel.force(true);
        AtomicFiles.write(note, JSON.writeValueAsBytes(fresh));
        whole = fresh;
    }

    /** @throws FileSystemException if it cannot be written, on a full disk for instance; so that it is told from a broken connection */
    void append(byte[] bytes, int length) throws FileSystemException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new FileSystemException(part.toString(), null, "cannot be written: " + e.getMessage());
        }
    }

    /** Gives the part its name. */
    void commit() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(note);
    }

    /** Removes everything: its content is known to be wrong. */
    void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
        Files.deleteIfExists(note);
    }

    /** Keeps what is there for another attempt. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            boolean empty = channel.size() == 0;
            channel.close();
            if (empty) {
                Files.deleteIfExists(part);
                Files.deleteIfExists(note);
            }
        }
    }
}
