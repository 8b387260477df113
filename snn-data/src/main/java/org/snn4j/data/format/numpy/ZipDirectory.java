package org.snn4j.data.format.numpy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.FileInput;

/** The entries of a zip archive by name, as its directory at the end lists them; sizes are checked against the file's, not believed. */
final class ZipDirectory {
    private static final int END = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY = 46;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL = 30;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int WIDE = 1;
    private static final long UNSIGNED = 0xffffffffL;

    private final FileInput input;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * A file of the archive.
     *
     * @param name its name
     * @param method 0 stored, 8 deflated
     * @param from position of its bytes
     * @param compressed their number
     * @param size number of bytes of the content
     * @param checksum CRC-32 of the content
     */
    record Entry(String name, int method, long from, long compressed, long size, long checksum) {}

    private ZipDirectory(FileInput input) {
        this.input = input;
    }

    /** Reads the directory; entries that stand twice are damage. */
    static Map<String, Entry> of(FileInput input) throws IOException {
        ZipDirectory directory = new ZipDirectory(input);
        directory.read();
        return directory.entries;
    }

    private void read() throws IOException {
        long end = end();
        ByteBuffer tail = input.bytes(end, END, "the end of a zip directory");
        int count = tail.getShort(10) & 0xffff;
        long size = tail.getInt(12) & UNSIGNED;
        long start = tail.getInt(16) & UNSIGNED;
        if (start > end || size > end - start || size < (long) count * ENTRY) {
            throw damage(
                    end + 10,
                    "a directory of " + count + " entries and " + size + " bytes at byte " + start,
                    "one that ends at byte " + end + " at most, with 46 bytes an entry at least");
        }
        ByteBuffer directory = input.bytes(start, size, "a zip directory");
        int at = 0;
        for (int i = 0; i < count; i++) {
            at += entry(directory, at, start);
        }
    }

    /** Position of the last signature of a directory's end. */
    private long end() throws IOException {
        int length = (int) Math.min(input.length(), END + LONGEST_COMMENT);
        ByteBuffer tail = input.bytes(input.length() - length, length, "the end of a zip archive");
        for (int i = length - END; i >= 0; i--) {
            if (tail.getInt(i) == END_SIGNATURE) {
                return input.length() - length + i;
            }
        }
        throw damage(Math.max(0, input.length() - 1), "no end of a zip directory", "an archive that is whole");
    }

    /** Bytes of the entry at a place of the directory. */
    private int entry(ByteBuffer directory, int at, long start) throws IOException {
        long place = start + at;
        if (directory.limit() - at < ENTRY || directory.getInt(at) != ENTRY_SIGNATURE) {
            throw damage(place, "no entry of a zip directory", "50 4b 01 02 and 42 bytes more");
        }
        int name = directory.getShort(at + 28) & 0xffff;
        int extra = directory.getShort(at + 30) & 0xffff;
        int length = ENTRY + name + extra + (directory.getShort(at + 32) & 0xffff);
        if (length > directory.limit() - at) {
            throw damage(place + 28, "an entry of " + length + " bytes", "at most " + (directory.limit() - at));
        }
        if ((directory.getShort(at + 8) & 1) != 0) {
            throw damage(place + 8, "an encrypted file", "one without a password");
        }
        String text = new String(directory.array(), at + ENTRY, name, StandardCharsets.UTF_8);
        Wide wide = wide(directory, at + ENTRY + name, extra, at);
        long from = content(wide.position, place);
        if (wide.compressed > input.length() - from) {
            throw damage(
                    place + 20,
                    "'" + text + "' of " + wide.compressed + " bytes",
                    "at most " + (input.length() - from));
        }
        int method = directory.getShort(at + 10) & 0xffff;
        Entry entry = new Entry(text, method, from, wide.compressed, wide.size, directory.getInt(at + 16) & UNSIGNED);
        if (entries.put(text, entry) != null) {
            throw damage(place, "a second '" + text + "'", "one file of each name");
        }
        return length;
    }

    /** Sizes and position, which stand in an extra field where 32 bits are too few. */
    private record Wide(long size, long compressed, long position) {}

    private Wide wide(ByteBuffer directory, int extra, int length, int at) {
        long[] values = {
            directory.getInt(at + 24) & UNSIGNED,
            directory.getInt(at + 20) & UNSIGNED,
            directory.getInt(at + 42) & UNSIGNED
        };
        for (int i = extra; i + 4 <= extra + length; ) {
            int size = directory.getShort(i + 2) & 0xffff;
            int end = Math.min(extra + length, i + 4 + size);
            if (directory.getShort(i) == WIDE) {
                int next = i + 4;
                for (int value = 0; value < values.length; value++) {
                    if (values[value] == UNSIGNED && next + Long.BYTES <= end) {
                        values[value] = directory.getLong(next);
                        next += Long.BYTES;
                    }
                }
            }
            i = end;
        }
        return new Wide(Math.max(values[0], 0), values[1] < 0 ? Long.MAX_VALUE : values[1], values[2]);
    }

    /** Position of the content behind the entry's own head. */
    private long content(long position, long place) throws IOException {
        if (position < 0 || position > input.length() - LOCAL) {
            throw damage(place + 42, "a file at byte " + position, "one before byte " + input.length());
        }
        ByteBuffer head = input.bytes(position, LOCAL, "the head of a file in a zip archive");
        if (head.getInt(0) != LOCAL_SIGNATURE) {
            throw damage(position, "no file of a zip archive", "50 4b 03 04");
        }
        long from = position + LOCAL + (head.getShort(26) & 0xffff) + (head.getShort(28) & 0xffff);
        if (from > input.length()) {
            throw damage(position + 26, "a head that ends at byte " + from, "at most " + input.length());
        }
        return from;
    }

    private DataFormatException damage(long offset, String found, String expected) {
        return new DataFormatException(input.file(), offset, found, expected);
    }
}
