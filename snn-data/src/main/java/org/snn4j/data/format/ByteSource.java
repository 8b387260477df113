package org.snn4j.data.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.snn4j.core.Check;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.UnsupportedContentException;

/**
 * The bytes of a file from its beginning to its end, through a buffer of bounded size; for one thread.
 *
 * <p>A decoder asks for bytes ({@link #fill}), looks at them in {@link #bytes} from {@link #index} on, and takes them ({@link #skip}).
 */
public final class ByteSource implements Closeable {
    /** Most bytes that {@link #fill} makes available at once. */
    public static final int CAPACITY = 1 << 16;

    private static final long NOWHERE = -1;

    private final Path file;
    private final Closeable closed;
    private final Feed feed;
    private final byte[] bytes;
    private final long length;
    private final long place;
    private long base;
    private int index;
    private int limit;

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Feed {
        /**
         * Fills a buffer as far as there are bytes.
         *
         * @param position position of the first of them; the one after the last that was read, unless bytes were skipped
         * @return bytes read, fewer than fit only at the end
         */
        int read(long position, ByteBuffer into) throws IOException;
    }

    private ByteSource(
            Path file, Closeable closed, Feed feed, byte[] bytes, long base, long length, int limit, long place) {
        this.file = Check.notNull(file, "file");
        this.closed = closed;
        this.feed = feed;
        this.bytes = bytes;
        this.base = base;
        this.length = length;
        this.limit = limit;
        this.place = place;
    }

    /** The bytes of a file; what is appended to it later is not seen. */
    public static ByteSource open(Path file) throws IOException {
        FileInput input = FileInput.open(file);
        return new ByteSource(file, input, input::read, room(input.length()), 0, input.length(), 0, NOWHERE);
    }

    /** Bytes in memory, which must not change. @param file named in errors */
    public static ByteSource of(Path file, byte[] bytes) {
        return new ByteSource(file, () -> {}, null, bytes, 0, bytes.length, bytes.length, NOWHERE);
    }

    /**
     * A part of a file; closing does nothing.
     *
     * @param feed gives the bytes of the whole file
     * @param from position of the first byte
     * @param to position after the last byte
     */
    public static ByteSource part(Path file, Feed feed, long from, long to) {
        return new ByteSource(file, () -> {}, Check.notNull(feed, "feed"), room(to - from), from, to, 0, NOWHERE);
    }

    /**
     * Bytes that a file holds in another form, compressed for instance; closing does nothing.
     *
     * @param feed gives the bytes
     * @param length number of bytes
     * @param place the position in the file that errors name
     */
    public static ByteSource converted(Path file, Feed feed, long length, long place) {
        return new ByteSource(file, () -> {}, Check.notNull(feed, "feed"), room(length), 0, length, 0, place);
    }

    private static byte[] room(long length) {
        return new byte[(int) Math.min(length, CAPACITY)];
    }

    /** True if any thread may {@link #copy} any of these bytes at any time: those of a file or in memory. */
    public boolean isOpenEverywhere() {
        return feed == null || closed instanceof FileInput;
    }

    /**
     * Copies bytes without taking them, if {@link #isOpenEverywhere}.
     *
     * @return bytes copied, fewer than fit only if the file has become shorter
     */
    public int copy(long position, byte[] into, int count) throws IOException {
        if (feed != null) {
            return feed.read(position, ByteBuffer.wrap(into, 0, count));
        }
        System.arraycopy(bytes, (int) position, into, 0, count);
        return count;
    }

    /** The file, as named in errors. */
    public Path file() {
        return file;
    }

    /** Position after the last byte: the length of the file, or of what is in its place. */
    public long length() {
        return length;
    }

    /** Position of the next byte. */
    public long position() {
        return base + index;
    }

    /** Bytes from the position to the end. */
    public long left() {
        return length - position();
    }

    /** The buffer; only from {@link #index} on, as far as {@link #fill} said, and until the next call of it. */
    public byte[] bytes() {
        return bytes;
    }

    /** Index of the next byte in {@link #bytes}. */
    public int index() {
        return index;
    }

    /**
     * Makes bytes available without taking them.
     *
     * @param least bytes wanted, at most {@link #CAPACITY}
     * @return bytes available: at least those wanted, or all that are left
     * @throws DataFormatException if the file ends before the length that it had when it was opened
     */
    public int fill(int least) throws IOException {
        if (limit - index >= least || feed == null) {
            return limit - index;
        }
        System.arraycopy(bytes, index, bytes, 0, limit - index);
        base += index;
        limit -= index;
        index = 0;
        int wanted = (int) Math.min(bytes.length, length - base);
        int read = feed.read(base + limit, ByteBuffer.wrap(bytes, limit, wanted - limit));
        if (limit + read < wanted) {
            throw damage(base + limit + read, "the end of the file", "the " + length + " bytes that it had before");
        }
        limit = wanted;
        return limit;
    }

    /** Takes bytes; at most {@link #left}. */
    public void skip(long count) {
        if (count < 0 || count > left()) {
            throw new IllegalArgumentException("count is " + count + ", must be in [0, " + left() + "]");
        }
        if (count <= limit - index) {
            index += (int) count;
        } else {
            base += index + count;
            index = 0;
            limit = 0;
        }
    }

    /** @throws DataFormatException at the position if fewer bytes are left; {@code what} names what should be there */
    public void require(long count, String what) {
        if (left() < count) {
            throw damage(position(), left() == 0 ? "the end of the file" : left() + " bytes", what);
        }
    }

    /**
     * Takes a line with its end, if the next byte begins one.
     *
     * @param first the byte that a line must begin with
     * @param most longest line in bytes, at most {@link #CAPACITY}
     * @return the line without line feed and carriage return; null if the next byte is another or the file ends
     */
    public String line(char first, int most) throws IOException {
        if (fill(1) == 0 || bytes[index] != first) {
            return null;
        }
        int available = Math.min(fill(most), most);
        for (int i = 0; i < available; i++) {
            if (bytes[index + i] == '\n') {
                int end = bytes[index + i - 1] == '\r' ? i - 1 : i;
                String line = new String(bytes, index, end, StandardCharsets.ISO_8859_1);
                index += i + 1;
                return line;
            }
        }
        throw damage(position(), "a line without an end", "a line of at most " + most + " bytes");
    }

    /** True if the next bytes are these. */
    public boolean startsWith(byte[] expected) throws IOException {
        return fill(expected.length) >= expected.length
                && Arrays.equals(bytes, index, index + expected.length, expected, 0, expected.length);
    }

    /** Makes a reader of these bytes. */
    @FunctionalInterface
    public interface Opening {
        /** @throws DataFormatException if the head is damaged or of another format */
        EventReader reader() throws IOException;
    }

    /** The reader that is made of these bytes, which are closed if that fails. */
    public EventReader opened(Opening opening) throws IOException {
        try {
            return opening.reader();
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Where in the file the byte at a position is, as well as that can be said. */
    public long place(long position) {
        return place == NOWHERE ? position : place;
    }

    /** An error at a position of these bytes. */
    public DataFormatException damage(long position, String found, String expected) {
        return new DataFormatException(file, place(position), found, expected);
    }

    /** An error at a position of these bytes, which may well be whole. */
    public DataFormatException unsupported(long position, String found, String expected) {
        return new UnsupportedContentException(file, place(position), found, expected);
    }

    @Override
    public void close() throws IOException {
        closed.close();
    }
}
