package org.snn4j.data.format.aedat4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * A table of a FlatBuffer, read in place; every position is checked before it is read.
 *
 * @param bytes the size-prefixed FlatBuffer, little-endian, from index 0 to its limit
 * @param start position of the table
 * @param fields position of its list of fields
 */
record FlatTable(ByteBuffer bytes, int start, int fields) {
    private static final int PREFIX = 4;
    private static final int OFFSET = 4;

    /** What is wrong with a FlatBuffer, and at which of its bytes. */
    static final class Damage extends Exception {
        private static final long serialVersionUID = 1L;

        private final int position;
        private final String found;
        private final String expected;

        Damage(int position, String found, String expected) {
            super(found + ", expected " + expected);
            this.position = position;
            this.found = found;
            this.expected = expected;
        }

        int position() {
            return position;
        }

        String found() {
            return found;
        }

        String expected() {
            return expected;
        }
    }

    /** The root of a size-prefixed buffer with an identifier of four characters. */
    static FlatTable root(ByteBuffer bytes, String identifier) throws Damage {
        require(bytes, 0, 3 * OFFSET);
        int size = bytes.getInt(0);
        if (size != bytes.limit() - PREFIX) {
            throw new Damage(
                    0,
                    "a size of " + Integer.toUnsignedString(size),
                    "the " + (bytes.limit() - PREFIX) + " bytes that follow");
        }
        byte[] name = new byte[identifier.length()];
        bytes.get(PREFIX + OFFSET, name);
        if (!new String(name, StandardCharsets.ISO_8859_1).equals(identifier)) {
            throw new Damage(PREFIX + OFFSET, "another identifier", "'" + identifier + "'");
        }
        return at(bytes, target(bytes, PREFIX));
    }

    private static FlatTable at(ByteBuffer bytes, int start) throws Damage {
        require(bytes, start, OFFSET);
        long fields = (long) start - bytes.getInt(start);
        require(bytes, fields, 2 * Short.BYTES);
        int length = bytes.getShort((int) fields) & 0xffff;
        if (length < 2 * Short.BYTES || length % Short.BYTES != 0) {
            throw new Damage((int) fields, "a list of fields of " + length + " bytes", "at least 4, and even");
        }
        require(bytes, fields, length);
        require(bytes, start, bytes.getShort((int) fields + Short.BYTES) & 0xffff);
        return new FlatTable(bytes, start, (int) fields);
    }

    /** Position of a field of some bytes, counted from 0; empty if the table leaves it out. */
    OptionalInt field(int index, int size) throws Damage {
        int entry = 2 * Short.BYTES + index * Short.BYTES;
        if (entry + Short.BYTES > (bytes.getShort(fields) & 0xffff)) {
            return OptionalInt.empty();
        }
        int offset = bytes.getShort(fields + entry) & 0xffff;
        if (offset == 0) {
            return OptionalInt.empty();
        }
        int table = bytes.getShort(fields + Short.BYTES) & 0xffff;
        if (offset + size > table) {
            throw new Damage(
                    fields + entry,
                    "a field at byte " + offset + " of a table of " + table,
                    "at most byte " + (table - size));
        }
        return OptionalInt.of(start + offset);
    }

    /** Position of the first element of a vector whose place is stored at a field; the four bytes before are its length. */
    int vector(int field, int elementSize) throws Damage {
        int position = target(bytes, field);
        require(bytes, position, OFFSET);
        long length = Integer.toUnsignedLong(bytes.getInt(position));
        if (length * elementSize > bytes.limit() - position - OFFSET) {
            throw new Damage(
                    position,
                    "a vector of " + length + " elements of " + elementSize + " bytes",
                    "at most " + (bytes.limit() - position - OFFSET) + " bytes");
        }
        return position + OFFSET;
    }

    /** The table whose place is stored at an element of a vector. */
    FlatTable table(int element) throws Damage {
        return at(bytes, target(bytes, element));
    }

    /** A field of 64 bits; 0 if the table leaves it out. */
    long number(int index) throws Damage {
        OptionalInt place = field(index, Long.BYTES);
        return place.isPresent() ? bytes.getLong(place.getAsInt()) : 0;
    }

    /** Number of elements of a vector that {@link #vector} has found. */
    int length(int vector) {
        return bytes.getInt(vector - OFFSET);
    }

    private static int target(ByteBuffer bytes, int place) throws Damage {
        require(bytes, place, OFFSET);
        long target = place + Integer.toUnsignedLong(bytes.getInt(place));
        if (target > bytes.limit() - OFFSET) {
            throw new Damage(place, "a reference to byte " + target, "at most byte " + (bytes.limit() - OFFSET));
        }
        return (int) target;
    }

    private static void require(ByteBuffer bytes, long position, long count) throws Damage {
        if (position < 0 || position + count > bytes.limit()) {
            throw new Damage(
                    (int) Math.max(0, Math.min(position, bytes.limit())),
                    "a reference to byte " + position + " of a buffer of " + bytes.limit(),
                    "at most byte " + Math.max(0, bytes.limit() - count));
        }
    }
}
