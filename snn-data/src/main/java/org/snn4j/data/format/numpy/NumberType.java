package org.snn4j.data.format.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How NumPy stores a number.
 *
 * @param kind b truth, i signed, u unsigned, f floating
 * @param size bytes
 * @param order order of the bytes
 */
record NumberType(char kind, int size, ByteOrder order) {
    private static final double EXACT = 0x1p53;
    private static final Pattern NAME = Pattern.compile("[<>|=](b1|[iu][1248]|f[48])");

    /** The type of a name like {@code <i8}; empty if it is none of numbers. */
    static Optional<NumberType> of(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        ByteOrder order = name.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return Optional.of(new NumberType(name.charAt(1), name.charAt(2) - '0', order));
    }

    /**
     * Reads whole numbers.
     *
     * @param from index of the first
     * @param stride bytes from one to the next
     * @param scale factor of floating numbers, which are rounded then; 1 leaves them, and only whole ones are taken
     * @param into receives them
     * @return index of the first that is no whole number or too great, {@code count} if there is none
     */
    int read(byte[] bytes, int from, int stride, int count, double scale, long[] into) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        if (kind == 'f') {
            return floating(buffer, from, stride, count, scale, into);
        }
        for (int i = 0; i < count; i++) {
            into[i] = whole(buffer, from + i * stride);
        }
        for (int i = 0; kind == 'u' && size == Long.BYTES && i < count; i++) {
            if (into[i] < 0) {
                return i;
            }
        }
        return count;
    }

    private long whole(ByteBuffer buffer, int at) {
        boolean signed = kind == 'i';
        return switch (size) {
            case 1 -> signed ? buffer.get(at) : buffer.get(at) & 0xff;
            case 2 -> signed ? buffer.getShort(at) : buffer.getShort(at) & 0xffff;
            case 4 -> signed ? buffer.getInt(at) : buffer.getInt(at) & 0xffffffffL;
            default -> buffer.getLong(at);
        };
    }

    private int floating(ByteBuffer buffer, int from, int stride, int count, double scale, long[] into) {
        for (int i = 0; i < count; i++) {
            int at = from + i * stride;
            double value = (size == 4 ? buffer.getFloat(at) : buffer.getDouble(at)) * scale;
            double rounded = Math.rint(value);
            if (!(Math.abs(value) <= EXACT) || scale == 1 && rounded != value) {
                return i;
            }
            into[i] = (long) rounded;
        }
        return count;
    }

    @Override
    public String toString() {
        return (order == ByteOrder.BIG_ENDIAN ? ">" : "<") + kind + size;
    }
}
