package org.snn4j.eval.golden;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An array in NumPy's {@code .npy} format, C order, little-endian numbers or booleans.
 *
 * @param dtype type as NumPy writes it: {@code <f8}, {@code <f4}, {@code <i8}, {@code |u1}, {@code |b1} ...
 * @param shape lengths of the axes; empty for a scalar
 * @param data the values, little-endian
 */
public record NpyArray(String dtype, long[] shape, byte[] data) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int PREFIX = MAGIC.length + 2;
    private static final Pattern DTYPE = Pattern.compile("'descr':\\s*'([^']+)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");

    /** Reads version 1 and 2 of the format. */
    public static NpyArray parse(byte[] file, String name) throws IOException {
        if (file.length < PREFIX + 2 || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException(name + ": not in npy format");
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int major = file[MAGIC.length];
        int headerStart = major == 1 ? PREFIX + Short.BYTES : PREFIX + Integer.BYTES;
        int headerLength = major == 1 ? bytes.getShort(PREFIX) & 0xffff : bytes.getInt(PREFIX);
        String header = new String(file, headerStart, headerLength, StandardCharsets.ISO_8859_1);
        if (!"False".equals(field(header, ORDER, name))) {
            throw new IOException(name + ": array in Fortran order, only C order is read");
        }
        long[] shape = Arrays.stream(field(header, SHAPE, name).split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        NpyArray array = new NpyArray(
                field(header, DTYPE, name), shape, Arrays.copyOfRange(file, headerStart + headerLength, file.length));
        if (array.data.length != (long) array.length() * array.itemSize()) {
            throw new IOException(name + ": " + array.data.length + " bytes of values, " + array.describe() + " needs "
                    + (long) array.length() * array.itemSize());
        }
        return array;
    }

    private static String field(String header, Pattern pattern, String name) throws IOException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new IOException(name + ": header without " + pattern.pattern() + ": " + header);
        }
        return matcher.group(1);
    }

    /** Number of values. */
    public int length() {
        return Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact));
    }

    /** True for floating-point values. */
    public boolean isFloat() {
        return dtype.charAt(1) == 'f';
    }

    /** Type and shape, for messages. */
    public String describe() {
        return dtype + Arrays.toString(shape);
    }

    /** All values in C order. */
    public double[] doubles() {
        double[] values = new double[length()];
        ByteBuffer bytes = buffer();
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (dtype) {
                case "<f8" -> bytes.getDouble(8 * i);
                case "<f4" -> bytes.getFloat(4 * i);
                default -> integer(bytes, i);
            };
        }
        return values;
    }

    /** All values in C order as single-precision numbers. */
    public float[] floats() {
        double[] values = doubles();
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }

    /** All values in C order; booleans are 0 and 1. Refuses floating-point arrays. */
    public long[] longs() {
        long[] values = new long[length()];
        ByteBuffer bytes = buffer();
        for (int i = 0; i < values.length; i++) {
            values[i] = integer(bytes, i);
        }
        return values;
    }

    /** As {@link #longs}, each checked to fit. */
    public int[] ints() {
        return LongStream.of(longs()).mapToInt(Math::toIntExact).toArray();
    }

    /** The only value of an array with one value. */
    public double scalar() {
        if (length() != 1) {
            throw new IllegalStateException("array " + describe() + " is no scalar");
        }
        return doubles()[0];
    }

    /** A new ND4J array of the same shape in double precision. */
    public INDArray nd() {
        return nd(DataType.DOUBLE);
    }

    /** A new ND4J array of the same shape. */
    public INDArray nd(DataType type) {
        INDArray flat = Nd4j.createFromArray(doubles()).castTo(type);
        return shape.length == 0 ? Nd4j.scalar(type, scalar()) : flat.reshape(shape);
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int itemSize() {
        return Integer.parseInt(dtype.substring(2));
    }

    private long integer(ByteBuffer bytes, int i) {
        return switch (dtype) {
            case "<i8", "<u8" -> bytes.getLong(8 * i);
            case "<i4" -> bytes.getInt(4 * i);
            case "<u4" -> bytes.getInt(4 * i) & 0xffff_ffffL;
            case "<i2" -> bytes.getShort(2 * i);
            case "<u2" -> bytes.getShort(2 * i) & 0xffff;
            case "|i1" -> bytes.get(i);
            case "|u1", "|b1" -> bytes.get(i) & 0xff;
            default ->
                throw new IllegalStateException("array " + describe() + " does not hold whole numbers of a known type");
        };
    }
}
