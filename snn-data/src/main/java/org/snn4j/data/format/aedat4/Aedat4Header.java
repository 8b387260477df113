package org.snn4j.data.format.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.Sensor;

/**
 * What stands before the packets.
 *
 * @param input the file
 * @param compression of the packets
 * @param packets position of the first packet
 * @param table position of the packet table behind the last packet, or {@link #NO_TABLE}
 * @param streams what the packets may belong to
 */
record Aedat4Header(
        FileInput input, Compression compression, long packets, long table, Collection<StreamInfo> streams) {
    /** Name of the header's FlatBuffer. */
    static final String NAME = "IOHE";

    /** Place of a packet table that is not there. */
    static final long NO_TABLE = -1;

    private static final int START = Aedat4Format.VERSION.length();
    private static final int PREFIX = Integer.BYTES;

    /** Reads and checks the header. */
    static Aedat4Header read(FileInput input) throws IOException {
        ByteBuffer version = input.bytes(0, START, "version line");
        if (!StandardCharsets.ISO_8859_1.decode(version).toString().equals(Aedat4Format.VERSION)) {
            throw new DataFormatException(input.file(), 0, "another first line", "#!AER-DAT4.0");
        }
        long size = Integer.toUnsignedLong(
                input.bytes(START, PREFIX, "size of the header").getInt());
        ByteBuffer bytes = input.bytes(START, PREFIX + size, "header");
        try {
            return parsed(input, bytes.order(ByteOrder.LITTLE_ENDIAN));
        } catch (FlatTable.Damage e) {
            throw new DataFormatException(input.file(), START + e.position(), e.found(), e.expected());
        }
    }

    private static Aedat4Header parsed(FileInput input, ByteBuffer bytes) throws FlatTable.Damage {
        FlatTable root = FlatTable.root(bytes, NAME);
        OptionalInt kind = root.field(0, Integer.BYTES);
        int compression = kind.isPresent() ? bytes.getInt(kind.getAsInt()) : 0;
        if (compression < 0 || compression >= Compression.values().length) {
            throw new FlatTable.Damage(
                    kind.getAsInt(), "compression " + compression, "0 to " + (Compression.values().length - 1));
        }
        long packets = START + bytes.limit();
        return new Aedat4Header(
                input,
                Compression.values()[compression],
                packets,
                table(input, bytes, root, packets),
                streams(bytes, root));
    }

    /** True if a packet table follows the packets. */
    boolean hasTable() {
        return table != NO_TABLE;
    }

    /** Position behind the last packet. */
    long end() {
        return hasTable() ? table : input.length();
    }

    private static long table(FileInput input, ByteBuffer bytes, FlatTable root, long packets) throws FlatTable.Damage {
        OptionalInt place = root.field(1, Long.BYTES);
        long table = place.isPresent() ? bytes.getLong(place.getAsInt()) : NO_TABLE;
        if (table != NO_TABLE && (table < packets || table > input.length())) {
            throw new FlatTable.Damage(
                    place.getAsInt(),
                    "the packet table at byte " + table,
                    "in [" + packets + ", " + input.length() + "], the file behind the header");
        }
        return table;
    }

    private static Collection<StreamInfo> streams(ByteBuffer bytes, FlatTable root) throws FlatTable.Damage {
        OptionalInt place = root.field(2, Integer.BYTES);
        if (place.isEmpty()) {
            throw new FlatTable.Damage(root.start(), "no description of the streams", "XML");
        }
        int text = root.vector(place.getAsInt(), 1);
        try {
            return StreamInfo.parse(new String(bytes.array(), text, root.length(text), StandardCharsets.UTF_8));
        } catch (XMLStreamException e) {
            throw new FlatTable.Damage(
                    text, "a damaged description of the streams (" + firstLine(e) + ")", "XML of nodes and attributes");
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** The stream of events of a given number, or the first. */
    StreamInfo events(OptionalInt wanted) {
        List<StreamInfo> found = new ArrayList<>(streams);
        found.removeIf(stream -> !stream.type().equals(StreamInfo.EVENTS));
        return found.stream()
                .filter(stream -> wanted.isEmpty() || stream.id() == wanted.getAsInt())
                .findFirst()
                .orElseThrow(() -> new DataFormatException(
                        input.file(),
                        START,
                        "streams of events: " + (found.isEmpty() ? "none" : ids(found)),
                        wanted.isEmpty() ? "at least one" : "stream " + wanted.getAsInt()));
    }

    /** Refuses a packet of a stream that the header does not name. */
    void check(int stream, long position) {
        if (streams.stream().noneMatch(known -> known.id() == stream)) {
            throw new DataFormatException(
                    input.file(), position, "a packet of stream " + stream, "one of " + ids(streams));
        }
    }

    private static String ids(Collection<StreamInfo> streams) {
        return streams.stream().map(stream -> String.valueOf(stream.id())).collect(Collectors.joining(", "));
    }

    /** A header with one stream of events, size-prefixed; the packet table's place is at {@link #TABLE_PLACE}. */
    static byte[] of(Compression compression, Sensor sensor) {
        byte[] xml = xml(compression, sensor).getBytes(StandardCharsets.UTF_8);
        int text = 56;
        ByteBuffer bytes =
                ByteBuffer.allocate((text + xml.length + 1 + 7) / 8 * 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(bytes.capacity() - PREFIX).putInt(24).put(NAME.getBytes(StandardCharsets.ISO_8859_1));
        bytes.position(18);
        bytes.putShort((short) 10)
                .putShort((short) 24)
                .putShort((short) 4)
                .putShort((short) 12)
                .putShort((short) 8);
        bytes.putInt(10)
                .putInt(compression.ordinal())
                .putInt(text - PREFIX - 36)
                .putLong(NO_TABLE)
                .putInt(0);
        bytes.putInt(text - PREFIX, xml.length);
        bytes.put(text, xml);
        return bytes.array();
    }

    /** Position in a written file of the packet table's place. */
    static final long TABLE_PLACE = START + 40;

    private static String xml(Compression compression, Sensor sensor) {
        return """
                <dv version="2.0">
                    <node name="outInfo" path="/mainloop/Recorder/outInfo/">
                        <node name="0" path="/mainloop/Recorder/outInfo/0/">
                            <attr key="compression" type="string">%s</attr>
                            <attr key="originalModuleName" type="string">snn4j</attr>
                            <attr key="originalOutputName" type="string">events</attr>
                            <attr key="typeDescription" type="string">Array of events (polarity ON/OFF).</attr>
                            <attr key="typeIdentifier" type="string">EVTS</attr>
                            <node name="info" path="/mainloop/Recorder/outInfo/0/info/">
                                <attr key="sizeX" type="int">%d</attr>
                                <attr key="sizeY" type="int">%d</attr>
                                <attr key="source" type="string">snn4j</attr>
                                <attr key="tsOffset" type="long">0</attr>
                            </node>
                        </node>
                    </node>
                </dv>
                """
                .formatted(compression, sensor.width(), sensor.height());
    }
}
