package org.snn4j.data.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.snn4j.core.Reference;
import org.snn4j.data.DataFormatException;

/**
 * An IDX file of unsigned bytes, plain or gzipped: the format of MNIST.
 *
 * <p>Two zero bytes, the type (8 = unsigned byte), the number of axes, each axis' length as a 32-bit big-endian number, then the values,
 * last axis fastest. Offsets in errors count unpacked bytes.
 *
 * @param shape length of each axis
 * @param values product of the lengths many unsigned bytes
 */
@Reference(
        title = "LeCun, Cortes, Burges, The MNIST database of handwritten digits",
        link = "http://yann.lecun.com/exdb/mnist")
public record IdxFile(int[] shape, byte[] values) {
    private static final int UNSIGNED_BYTE = 8;
    private static final int MAGIC_LENGTH = 4;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /**
     * Reads a file with a known number of axes.
     *
     * @throws DataFormatException if the file is of another format, its counts are wrong, or it is too short or too long
     */
    public static IdxFile read(Path file, int axes) throws IOException {
        byte[] bytes = unpack(file);
        int header = MAGIC_LENGTH + axes * Integer.BYTES;
        if (bytes.length < MAGIC_LENGTH) {
            throw new DataFormatException(file, 0, bytes.length + " bytes", "an IDX header of " + header + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int magic = buffer.getInt();
        int expected = UNSIGNED_BYTE << 8 | axes;
        if (magic != expected) {
            throw new DataFormatException(
                    file, 0, "magic number " + magic, expected + " (unsigned bytes, " + axes + " axes)");
        }
        if (bytes.length < header) {
            throw new DataFormatException(
                    file, bytes.length, "the end of the file", "an IDX header of " + header + " bytes");
        }
        int[] shape = shape(file, buffer, axes);
        long length = 1;
        for (int axis : shape) {
            length *= axis;
        }
        if (bytes.length - header != length) {
            throw new DataFormatException(
                    file,
                    Math.min(bytes.length, header + length),
                    bytes.length - header + " values",
                    length + " as the header says: " + Arrays.toString(shape));
        }
        return new IdxFile(shape, Arrays.copyOfRange(bytes, header, bytes.length));
    }

    private static int[] shape(Path file, ByteBuffer buffer, int axes) {
        int[] shape = new int[axes];
        long length = 1;
        for (int i = 0; i < axes; i++) {
            int offset = buffer.position();
            shape[i] = buffer.getInt();
            length *= Math.max(shape[i], 0);
            if (shape[i] < 1 || length > Integer.MAX_VALUE) {
                throw new DataFormatException(
                        file,
                        offset,
                        "axis " + i + " of length " + Integer.toUnsignedString(shape[i]),
                        "a length from 1 on, and at most 2^31 - 1 values in all");
            }
        }
        return shape;
    }

    private static byte[] unpack(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 2 || (bytes[0] & 0xFF) != GZIP_FIRST || (bytes[1] & 0xFF) != GZIP_SECOND) {
            return bytes;
        }
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream(bytes.length * 5);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
            in.transferTo(unpacked);
        } catch (EOFException | ZipException e) {
            throw new DataFormatException(
                    file, unpacked.size(), "a damaged gzip stream (" + e.getMessage() + ")", "whole gzipped data");
        }
        return unpacked.toByteArray();
    }

    /** The bytes of a gzipped file; the same values give the same bytes. */
    public byte[] gzipped() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            ByteBuffer header = ByteBuffer.allocate(MAGIC_LENGTH + shape.length * Integer.BYTES);
            header.putInt(UNSIGNED_BYTE << 8 | shape.length);
            for (int axis : shape) {
                header.putInt(axis);
            }
            out.write(header.array());
            out.write(values);
        }
        return packed.toByteArray();
    }

    /** Items along the first axis. */
    public int count() {
        return shape[0];
    }

    /** Values of one item. */
    public byte[] item(int index) {
        int length = values.length / shape[0];
        return Arrays.copyOfRange(values, index * length, (index + 1) * length);
    }
}
