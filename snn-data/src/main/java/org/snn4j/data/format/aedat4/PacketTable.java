package org.snn4j.data.format.aedat4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The table at the end of a file, with a line for each packet. */
final class PacketTable {
    static final String NAME = "FTAB";
    private static final int FIELDS = 14;
    private static final int TABLE = 44;
    private static final int STRIDE = 48;

    private final List<Entry> entries = new ArrayList<>();

    /**
     * A packet.
     *
     * @param stream it belongs to
     * @param size bytes behind its head
     * @param position of the first of them in the file
     * @param events in it
     * @param first time of the first, in microseconds
     * @param last time of the last
     */
    record Entry(int stream, int size, long position, long events, long first, long last) {}

    /**
     * The entries of one stream, by position, that say of a packet what it can hold.
     *
     * @param most packets that the file can hold
     */
    static Map<Long, Entry> read(ByteBuffer bytes, int stream, long most) throws FlatTable.Damage {
        Map<Long, Entry> found = new HashMap<>();
        FlatTable root = FlatTable.root(bytes, NAME);
        OptionalInt field = root.field(0, Integer.BYTES);
        int first = field.isPresent() ? root.vector(field.getAsInt(), Integer.BYTES) : 0;
        int count = field.isPresent() ? root.length(first) : 0;
        for (int i = 0; i < Math.min(count, most); i++) {
            FlatTable line = root.table(first + Integer.BYTES * i);
            OptionalInt packet = line.field(1, 2 * Integer.BYTES);
            if (packet.isPresent() && bytes.getInt(packet.getAsInt()) == stream) {
                int size = bytes.getInt(packet.getAsInt() + Integer.BYTES);
                Entry entry = new Entry(stream, size, line.number(0), line.number(2), line.number(3), line.number(4));
                if (entry.events() >= 0 && entry.events() <= (long) size * Lz4Blocks.EXPANSION / EventPacket.RECORD) {
                    found.put(entry.position(), entry);
                }
            }
        }
        return found;
    }

    /** Adds a packet. */
    void add(Entry entry) {
        entries.add(entry);
    }

    /** The table as a size-prefixed FlatBuffer. */
    byte[] bytes() {
        int fields = FlatVectors.FIRST + Integer.BYTES * entries.size();
        int first = (fields + FIELDS + 3) / 8 * 8 + 4;
        ByteBuffer bytes = ByteBuffer.allocate(first + STRIDE * entries.size()).order(ByteOrder.LITTLE_ENDIAN);
        FlatVectors.head(bytes, NAME, entries.size(), bytes.capacity());
        for (int i = 0; i < entries.size(); i++) {
            int element = FlatVectors.FIRST + Integer.BYTES * i;
            bytes.putInt(element, first + STRIDE * i - element);
        }
        bytes.position(fields);
        bytes.putShort((short) FIELDS).putShort((short) TABLE);
        bytes.putShort((short) 12)
                .putShort((short) 4)
                .putShort((short) 20)
                .putShort((short) 28)
                .putShort((short) 36);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            bytes.position(first + STRIDE * i);
            bytes.putInt(bytes.position() - fields).putInt(entry.stream()).putInt(entry.size());
            bytes.putLong(entry.position())
                    .putLong(entry.events())
                    .putLong(entry.first())
                    .putLong(entry.last());
        }
        return bytes.array();
    }
}
