package org.snn4j.data.format.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventPart;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.ReadSettings;

/** Decodes the packets of one stream of events; see {@link Aedat4Format}. */
final class Aedat4Reader extends BlockReader {
    private static final int RECORD = EventPacket.RECORD;

    /** Room for packets that are compressed better than those before. */
    private static final double MARGIN = 1.06;

    private final Aedat4Header header;
    private final PacketSource packets;
    private ByteBuffer events = ByteBuffer.allocate(0);
    private List<PacketSource.Part> parts = List.of();
    private long opened;

    Aedat4Reader(FileInput input, Aedat4Header header, StreamInfo stream, ReadSettings settings) {
        super(input.file(), settings, stream.sensor());
        this.header = header;
        this.packets = new PacketSource(input, header, stream.id());
    }

    /** As many as the packet table says, or by what the packets before held, or, where nothing is compressed, as many as fit. */
    @Override
    public long expected() throws IOException {
        long stated = packets.table().values().stream()
                .mapToLong(PacketTable.Entry::events)
                .sum();
        if (stated > opened) {
            return stated - opened;
        }
        long left = header.end() - packets.end();
        if (header.compression() == Compression.NONE) {
            return left / RECORD;
        }
        return opened == 0 ? 0 : (long) (MARGIN * opened * left / (packets.end() - header.packets()));
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        while (!events.hasRemaining()) {
            if (!nextPacket()) {
                return false;
            }
        }
        int count = Math.min(into.capacity(), events.remaining() / RECORD);
        int from = events.position();
        EventPacket.decode(events, into.room(count));
        // the position of each event where nothing is compressed, else that of the packet
        boolean own = header.compression() == Compression.NONE;
        into.decoded(count, packets.position() + (own ? from : 0), own ? RECORD : 0);
        events.position(from + RECORD * count);
        return true;
    }

    @Override
    protected List<PacketSource.Part> parts(int most) throws IOException {
        parts = events.hasRemaining() ? List.of() : packets.parts(most);
        return parts;
    }

    @Override
    protected void takeParts() {
        packets.skip(parts);
        opened += parts.stream().mapToLong(EventPart::events).sum();
    }

    /** Goes to the next packet; false at the end. */
    private boolean nextPacket() throws IOException {
        ByteBuffer content = null;
        try {
            content = packets.next();
            if (content == null) {
                return false;
            }
            events = EventPacket.events(content);
            opened += events.remaining() / RECORD;
            return true;
        } catch (FlatTable.Damage e) {
            throw damage(e, content == null || header.compression() == Compression.NONE);
        }
    }

    /** @param exact true if the damage's position is one in the packet as it is in the file */
    private DataFormatException damage(FlatTable.Damage e, boolean exact) {
        return new DataFormatException(
                file(),
                packets.position() + (exact ? e.position() : 0),
                exact ? e.found() : e.found() + " at byte " + e.position() + " of the uncompressed packet",
                e.expected());
    }

    @Override
    public void close() throws IOException {
        packets.close();
    }
}
