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

    /** @param size bytes of a word   @param words greatest number of words in a piece */
    WordSource(FileInput input, long position, int size, int words) {
        this.input = input;
        this.size = size;
        this.next = position;
        this.buffer = ByteBuffer.allocate((int) Math.min((long) words * size, Math.max(size, input.length())))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** As many of the next words as a piece holds; see {@link #piece(int)}. */
    ByteBuffer piece() throws IOException {
        return piece(buffer.capacity() / size);
    }

    /**
     * The next words, positioned at 0 and limited behind the last; empty at the end of the file.
     *
     * @param most greatest number of words, at least 1
     * @throws DataFormatException if nothing is left but a part of a word
     */
    ByteBuffer piece(int most) throws IOException {
        buffer.clear().limit(Math.min(buffer.capacity(), most * size));
        start = next;
        int read = input.read(next, buffer);
        int whole = read - read % size;
        if (whole == 0 && read > 0) {
            throw new DataFormatException(input.file(), next, read + " bytes", "a word of " + size);
        }
        next += whole;
        return buffer.position(0).limit(whole);
    }

    /** Number of words that follow. */
    long left() {
        return (input.length() - next) / size;
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
