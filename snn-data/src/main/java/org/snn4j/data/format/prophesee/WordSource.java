package org.snn4j.data.format.prophesee;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.FileInput;

/** The words of a sensor, little-endian, piece by piece; a last word that is cut is damage. */
final class WordSource implements Closeable {
    private final FileInput input;
    private final int size;
    private final ByteBuffer buffer;
    private long start;
    private long next;
    private int taken;
    private int filled;

    /** @param size bytes of a word   @param words greatest number of words that are read at once, and in a piece */
    WordSource(FileInput input, long position, int size, int words) {
        this.input = input;
        this.size = size;
        this.next = position;
        this.buffer = ByteBuffer.allocate((int) Math.min((long) words * size, Math.max(size, input.length())));
    }

    /** As many of the next words as a piece holds; see {@link #piece(int)}. */
    ByteBuffer piece() throws IOException {
        return piece(buffer.capacity() / size);
    }

    /**
     * The next words, positioned at 0 and limited behind the last, valid until the next call; empty at the end of the file.
     *
     * @param most greatest number of words, at least 1
     * @throws DataFormatException if nothing is left but a part of a word
     */
    ByteBuffer piece(int most) throws IOException {
        if (taken == filled) {
            fill();
        }
        int bytes = Math.min((filled - taken) / size, most) * size;
        ByteBuffer piece = buffer.slice(taken, bytes).order(ByteOrder.LITTLE_ENDIAN);
        start = next;
        next += bytes;
        taken += bytes;
        return piece;
    }

    private void fill() throws IOException {
        int read = input.read(next, buffer.clear());
        if (read > 0 && read < size) {
            throw new DataFormatException(input.file(), next, read + " bytes", "a word of " + size);
        }
        taken = 0;
        filled = read - read % size;
    }

    /** Number of words that follow. */
    long left() {
        return (input.length() - next) / size;
    }

    /** Position of the next piece in the file. */
    long next() {
        return next;
    }

    /** Goes forward by whole words that the file has. */
    void skip(long bytes) {
        next += bytes;
        taken = filled;
    }

    /** Position of the last piece in the file. */
    long start() {
        return start;
    }

    /** Damage in the last piece. */
    DataFormatException damage(int offset, String found, String expected) {
        return new DataFormatException(input.file(), start + offset, found, expected);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
