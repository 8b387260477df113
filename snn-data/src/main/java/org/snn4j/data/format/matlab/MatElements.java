package org.snn4j.data.format.matlab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.Inflater;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.NumberType;

/** The elements inside a matrix element, read one after the other. */
final class MatElements {
    /** Deflate stands for at most so many bytes with one. */
    private static final int EXPANSION = 1032;

    private static final int INT_32 = 5;
    private static final int UINT_32 = 6;
    private static final int INT_8 = 1;
    private static final int DOUBLE_CLASS = 6;
    private static final int UINT_64_CLASS = 15;
    private static final int COMPLEX = 0x0800;
    private static final int SMALL = 4;

    private final Path file;
    private final long start;
    private final boolean exact;
    private final ByteBuffer bytes;
    private int size;

    /**
     * @param start position in the file of the first byte, or of the compressed element
     * @param exact true if positions inside are positions in the file
     */
    MatElements(Path file, long start, boolean exact, ByteBuffer bytes) {
        this.file = file;
        this.start = start;
        this.exact = exact;
        this.bytes = bytes;
    }

    /** The elements of a compressed matrix element. */
    static MatElements inflated(Path file, long start, ByteBuffer compressed, ByteOrder order) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            ByteBuffer tag = inflate(inflater, Mat5File.TAG, file, start).order(order);
            int type = tag.getInt();
            long size = Integer.toUnsignedLong(tag.getInt());
            if (type != Mat5File.MATRIX) {
                throw new DataFormatException(file, start, "a compressed element of type " + type, "type 14, a matrix");
            }
            if (size > (long) compressed.capacity() * EXPANSION || size > Integer.MAX_VALUE - 16) {
                throw new DataFormatException(
                        file,
                        start,
                        "a matrix of " + size + " bytes from " + compressed.capacity(),
                        "what deflate can hold");
            }
            return new MatElements(
                    file,
                    start,
                    false,
                    inflate(inflater, (int) size, file, start).order(order));
        } finally {
            inflater.end();
        }
    }

    private static ByteBuffer inflate(Inflater inflater, int size, Path file, long start) {
        byte[] bytes = new byte[size];
        int done = 0;
        try {
            while (done < size) {
                int count = inflater.inflate(bytes, done, size - done);
                if (count == 0) {
                    throw new DataFormatException(file, start, done + " bytes", size + " compressed ones");
                }
                done += count;
            }
        } catch (java.util.zip.DataFormatException e) {
            throw new DataFormatException(
                    file, start, "damaged compressed bytes (" + e.getMessage() + ")", "bytes of zlib");
        }
        return ByteBuffer.wrap(bytes);
    }

    /** The matrix, if it is one of real numbers on two axes. */
    Optional<MatMatrix> matrix() {
        if (!bytes.hasRemaining()) {
            return Optional.empty();
        }
        require(next() == UINT_32 && size == 2 * Integer.BYTES, "flags of a matrix");
        int flags = take().getInt();
        int kind = flags & 0xff;
        if (kind < DOUBLE_CLASS || kind > UINT_64_CLASS || (flags & COMPLEX) != 0) {
            return Optional.empty();
        }
        require(next() == INT_32 && size % Integer.BYTES == 0, "sizes of a matrix");
        ByteBuffer sizes = take();
        if (sizes.remaining() != 2 * Integer.BYTES) {
            return Optional.empty();
        }
        long rows = sizes.getInt();
        long columns = sizes.getInt();
        require(next() == INT_8, "the name of a matrix");
        String name = StandardCharsets.ISO_8859_1.decode(take()).toString();
        int type = next();
        long place = exact ? start + bytes.position() : start;
        NumberType stored = stored(type);
        require(
                rows >= 0 && columns >= 0 && rows * columns == size / stored.bytes() && size % stored.bytes() == 0,
                rows + "x" + columns + " numbers of " + stored.bytes() + " bytes, not " + size + " bytes,");
        return Optional.of(new MatMatrix(name, rows, columns, stored, take(), place));
    }

    private NumberType stored(int type) {
        return switch (type) {
            case 1 -> NumberType.INT_8;
            case 2 -> NumberType.UINT_8;
            case 3 -> NumberType.INT_16;
            case 4 -> NumberType.UINT_16;
            case 5 -> NumberType.INT_32;
            case 6 -> NumberType.UINT_32;
            case 7 -> NumberType.FLOAT_32;
            case 9 -> NumberType.FLOAT_64;
            case 12 -> NumberType.INT_64;
            case 13 -> NumberType.UINT_64;
            default -> throw damage("numbers of type " + type, "type 1 to 7, 9, 12 or 13");
        };
    }

    /** Goes to the next element; its type, with its size in {@link #size}. */
    private int next() {
        require(bytes.remaining() >= Mat5File.TAG, "the tag of an element");
        int first = bytes.getInt();
        if (first >>> 16 != 0) {
            size = first >>> 16;
            require(size <= SMALL, "a small element of at most " + SMALL + " bytes");
            return first & 0xffff;
        }
        size = bytes.getInt();
        require(size >= 0 && size <= bytes.remaining(), "an element that ends with the matrix");
        return first;
    }

    /** The bytes of the element that {@link #next} has gone to; then the padding to 8 bytes is skipped. */
    private ByteBuffer take() {
        ByteBuffer content = bytes.slice(bytes.position(), size).order(bytes.order());
        int end = bytes.position() + size;
        bytes.position(Math.min(bytes.limit(), (end + Mat5File.TAG - 1) / Mat5File.TAG * Mat5File.TAG));
        return content;
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw damage("other bytes", what);
        }
    }

    private DataFormatException damage(String found, String expected) {
        return new DataFormatException(file, exact ? start + bytes.position() : start, found, expected);
    }
}
