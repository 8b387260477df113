package org.snn4j.data.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.snn4j.data.DataFormatException;

/** The bytes of a file, read forward or at any position, with checks of every length against the file's; for any number of threads. */
public final class FileInput implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final long length;

    private FileInput(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.length = channel.size();
    }

    /** Opens a file for reading. */
    public static FileInput open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new FileInput(file, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The file as it was given. */
    public Path file() {
        return file;
    }

    /** Length of the file in bytes when it was opened. */
    public long length() {
        return length;
    }

    /**
     * Exactly these bytes of the file, little-endian.
     *
     * @param what names them in errors
     * @throws DataFormatException if the file ends before; nothing has been allocated then
     */
    public ByteBuffer bytes(long position, long count, String what) throws IOException {
        require(position, count, what);
        ByteBuffer bytes = ByteBuffer.allocate((int) count).order(ByteOrder.LITTLE_ENDIAN);
        read(position, bytes);
        return bytes.flip();
    }

    /**
     * Refuses bytes that the file does not have.
     *
     * @throws DataFormatException if the file ends before {@code position + count}, or {@code count} is negative or no array's length
     */
    public void require(long position, long count, String what) {
        long left = length - position;
        if (position < 0 || count < 0 || count > left) {
            throw new DataFormatException(
                    file,
                    Math.max(0, Math.min(position, length)),
                    what + " of " + count + " bytes",
                    "at most " + Math.max(0, left) + " bytes");
        }
        if (count > Integer.MAX_VALUE - 16) {
            throw new DataFormatException(
                    file, position, what + " of " + count + " bytes", "at most 2 GiB in one piece");
        }
    }

    /**
     * Fills a buffer as far as the file goes.
     *
     * @return bytes read, fewer than fit only at the end of the file
     */
    public int read(long position, ByteBuffer into) throws IOException {
        int read = 0;
        while (into.hasRemaining()) {
            int count = channel.read(into, position + read);
            if (count < 0) {
                break;
            }
            read += count;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
