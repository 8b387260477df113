package org.snn4j.data.format.hdf5;

import io.jhdf.HdfFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.snn4j.data.DataFormatException;

/**
 * An open HDF5 file. What jhdf throws on damage, which may be any exception, leaves as a {@link DataFormatException}.
 *
 * <p>Small files are read at once and those below 2 GiB are mapped, so that no length in them makes jhdf allocate memory; larger ones are read through a channel.
 */
final class HdfSource implements Closeable {
    /** Deflate stands for at most so many bytes with one. */
    private static final long EXPANSION = 1032;

    private static final int SMALLEST_MATTER = 1 << 16;
    private static final int SMALL = 1 << 20;

    private final Path path;
    private final FileChannel channel;
    private final long length;
    private final HdfFile file;

    HdfSource(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            this.length = channel.size();
            this.file = guarded(0, this::opened);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private HdfFile opened() throws IOException {
        if (length > Integer.MAX_VALUE) {
            return new HdfFile(path);
        }
        if (length > SMALL) {
            return HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, length));
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        return HdfFile.fromByteBuffer(bytes.flip());
    }

    /** The file as it was given. */
    Path path() {
        return path;
    }

    /** The root. */
    HdfFile file() {
        return file;
    }

    /**
     * Refuses sizes that no file of this length can have.
     *
     * @param position of what states them
     */
    void checkSize(long bytes, long position, String what) {
        if (bytes < 0 || bytes > SMALLEST_MATTER && bytes / EXPANSION > length) {
            throw new DataFormatException(
                    path, position, what + " of " + bytes + " bytes", "what a file of " + length + " bytes can hold");
        }
    }

    /**
     * Runs something that reads the file.
     *
     * @param position in the file, for the error
     */
    <T> T guarded(long position, Callable<T> reading) throws IOException {
        try {
            return reading.call();
        } catch (DataFormatException | IOException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            Throwable deepest = e;
            while (deepest.getCause() != null && deepest.getCause() != deepest) {
                deepest = deepest.getCause();
            }
            DataFormatException damage = new DataFormatException(
                    path,
                    Math.max(0, Math.min(position, length)),
                    "what cannot be read (" + deepest.getClass().getSimpleName() + ": " + deepest.getMessage() + ")",
                    "an HDF5 file that is whole and not newer than version 1.14");
            damage.initCause(e);
            throw damage;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            file.close();
        }
    }
}
