package org.snn4j.data.format.aedat4;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.Sensor;

/** Encodes one stream of events with its packet table; see {@link Aedat4Format}. */
final class Aedat4Writer extends CheckedWriter {
    private static final int EVENTS = 1 << 13;
    private static final int START = 32;
    private static final int STREAM = 0;

    private final Codec codec;
    private final PacketTable table = new PacketTable();
    private final ByteBuffer packet =
            ByteBuffer.allocate(START + EVENTS * EventPacket.RECORD).order(ByteOrder.LITTLE_ENDIAN);
    private long position;

    Aedat4Writer(Path file, Sensor sensor, Compression compression) throws IOException {
        super(file, sensor);
        codec = new Codec(compression);
        put(Aedat4Format.VERSION.getBytes(StandardCharsets.ISO_8859_1), out());
        put(Aedat4Header.of(compression, sensor), out());
        packet.position(START);
    }

    private void put(byte[] bytes, OutputStream out) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    @Override
    protected void encode(EventStream events, OutputStream out) throws IOException {
        for (int i = 0; i < events.size(); i++) {
            packet.putLong(events.time(i)).putShort((short) events.x(i)).putShort((short) events.y(i));
            packet.putInt(events.polarity(i));
            if (!packet.hasRemaining()) {
                flush(out);
            }
        }
    }

    private void flush(OutputStream out) throws IOException {
        int end = packet.position();
        int events = (end - START) / EventPacket.RECORD;
        if (events == 0) {
            return;
        }
        FlatVectors.head(packet, StreamInfo.EVENTS, events, end);
        byte[] compressed = codec.compress(packet.array(), end);
        ByteBuffer head = ByteBuffer.allocate(PacketSource.HEAD).order(ByteOrder.LITTLE_ENDIAN);
        put(head.putInt(STREAM).putInt(compressed.length).array(), out);
        table.add(new PacketTable.Entry(
                STREAM,
                compressed.length,
                position,
                events,
                packet.getLong(START),
                packet.getLong(end - EventPacket.RECORD)));
        put(compressed, out);
        packet.clear().position(START);
    }

    @Override
    protected void end(OutputStream out) throws IOException {
        flush(out);
        byte[] bytes = table.bytes();
        out.write(codec.compress(bytes, bytes.length));
    }

    @Override
    protected void complete(Path written) throws IOException {
        ByteBuffer place =
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, position);
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            while (place.hasRemaining()) {
                channel.write(place, Aedat4Header.TABLE_PLACE + place.position());
            }
        }
    }
}
