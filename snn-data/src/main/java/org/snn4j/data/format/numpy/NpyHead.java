package org.snn4j.data.format.numpy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snn4j.data.format.ByteOrders;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.NumberType;

/**
 * What the head of an array file says.
 *
 * @param fields the parts of an element; one without a name if the elements are plain numbers
 * @param size bytes of an element
 * @param columnMajor true if the first index runs fastest
 * @param shape lengths of the axes
 */
record NpyHead(List<Field> fields, int size, boolean columnMajor, long[] shape) {
    /** The first bytes of every array file. */
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int LONGEST = 1 << 15;

    /**
     * A part of an element.
     *
     * @param name empty if it has none
     * @param number how it is stored
     * @param offset bytes before it in the element
     */
    record Field(String name, Number number, int offset) {}

    /** How a number is stored: its type and the order of its bytes. */
    record Number(NumberType type, ByteOrder order) {
        private static final Pattern NAME = Pattern.compile("[<>|=](b1|[iu][1248]|f[48])");

        /** What a name like {@code <i8} says; empty if it names no numbers. */
        static Optional<Number> of(String name) {
            if (!NAME.matcher(name).matches()) {
                return Optional.empty();
            }
            int size = name.charAt(2) - '0';
            NumberType type = name.charAt(1) != 'f'
                    ? NumberType.integer(size, name.charAt(1) == 'i')
                    : size == Float.BYTES ? NumberType.FLOAT_32 : NumberType.FLOAT_64;
            ByteOrder order = name.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            return Optional.of(new Number(type, order));
        }
    }

    /**
     * Takes the head; the elements follow.
     *
     * @throws org.snn4j.data.DataFormatException if it is damaged, the elements are no numbers, or there are not as many bytes as it says
     */
    static NpyHead read(ByteSource source) throws IOException {
        long start = source.position();
        if (!source.startsWith(MAGIC)) {
            throw source.damage(start, "another beginning", "the bytes 93 NUMPY of an array file");
        }
        source.require(10, "a version and the length of the head");
        byte[] bytes = source.bytes();
        int version = bytes[source.index() + 6];
        if (version < 1 || version > 3) {
            throw source.damage(start + 6, "version " + version, "version 1, 2 or 3");
        }
        source.fill(12);
        bytes = source.bytes();
        boolean small = version == 1;
        long length = small
                ? ByteOrders.littleShort(bytes, source.index() + 8)
                : source.left() < 12 ? 0 : ByteOrders.littleInt(bytes, source.index() + 8) & 0xffffffffL;
        source.skip(Math.min(small ? 10 : 12, source.left()));
        if (length > Math.min(source.left(), LONGEST)) {
            throw source.damage(
                    start + 8, "a head of " + length + " bytes", "at most " + Math.min(source.left(), LONGEST));
        }
        source.fill((int) length);
        long from = source.position();
        String text = new String(source.bytes(), source.index(), (int) length, StandardCharsets.ISO_8859_1);
        NpyHead head = parse(source, from, text);
        source.skip(length);
        head.requireElements(source);
        return head;
    }

    private static NpyHead parse(ByteSource source, long from, String text) {
        Object value;
        try {
            value = PythonLiteral.parse(text);
        } catch (PythonLiteral.Malformed e) {
            throw source.damage(from + e.index, "'" + around(text, e.index) + "'", e.getMessage());
        }
        if (!(value instanceof Map<?, ?> map)
                || !(map.get("fortran_order") instanceof Boolean columnMajor)
                || !(map.get("shape") instanceof List<?> lengths)
                || lengths.stream().anyMatch(length -> !(length instanceof Long))) {
            throw source.damage(from, "'" + around(text, 0) + "'", "a dictionary of descr, fortran_order and shape");
        }
        long[] shape = lengths.stream().mapToLong(length -> (Long) length).toArray();
        if (map.get("descr") instanceof String name) {
            Number number = type(source, from, name);
            return new NpyHead(List.of(new Field("", number, 0)), number.type().bytes(), columnMajor, shape);
        }
        if (!(map.get("descr") instanceof List<?> parts)) {
            throw source.damage(from, "'" + around(text, 0) + "'", "a type of numbers or a list of such");
        }
        List<Field> fields = new ArrayList<>();
        int size = 0;
        for (Object part : parts) {
            if (!(part instanceof List<?> pair)
                    || pair.size() != 2
                    || !(pair.get(0) instanceof String name)
                    || !(pair.get(1) instanceof String type)) {
                throw source.damage(from, "a field " + part, "a name and a type of numbers");
            }
            Optional<Integer> padding = padding(type);
            if (padding.isEmpty()) {
                fields.add(new Field(name, type(source, from, type), size));
            }
            size += padding.orElseGet(() -> type(source, from, type).type().bytes());
            if (size > LONGEST) {
                throw source.damage(from, "elements of " + size + " bytes", "at most " + LONGEST);
            }
        }
        if (fields.isEmpty()) {
            throw source.damage(from, "elements without fields", "at least one field");
        }
        return new NpyHead(List.copyOf(fields), size, columnMajor, shape);
    }

    /** Bytes of a field that only fills; empty if the type is another. */
    private static Optional<Integer> padding(String type) {
        return type.matches("\\|V[1-9]\\d{0,3}") ? Optional.of(Integer.parseInt(type.substring(2))) : Optional.empty();
    }

    private static Number type(ByteSource source, long from, String name) {
        return Number.of(name)
                .orElseThrow(() -> source.damage(
                        from,
                        name.contains("O") ? "objects, which could run as code" : "elements of type " + name,
                        "numbers of type b1, i1 to i8, u1 to u8, f4 or f8"));
    }

    private static String around(String text, int index) {
        return text.substring(Math.min(index, text.length()), Math.min(text.length(), index + 20))
                .strip();
    }

    private void requireElements(ByteSource source) {
        long left = source.left() / size;
        long count = 1;
        for (long length : shape) {
            if (length > 0 && count > left / length) {
                throw source.damage(
                        source.position(),
                        source.left() + " bytes to the end",
                        "an array of shape " + Arrays.toString(shape) + " with " + size + " bytes an element");
            }
            count *= length;
        }
        if (count * size != source.left()) {
            throw source.damage(
                    source.position() + count * size,
                    source.left() - count * size + " bytes after the last element",
                    "the end");
        }
    }

    /** Elements along the first axis; 1 if there is none. */
    long rows() {
        return shape.length == 0 ? 1 : shape[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NpyHead that
                && fields.equals(that.fields)
                && size == that.size
                && columnMajor == that.columnMajor
                && Arrays.equals(shape, that.shape);
    }

    @Override
    public int hashCode() {
        return fields.hashCode() * 31 + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return fields + " of shape " + Arrays.toString(shape);
    }
}
