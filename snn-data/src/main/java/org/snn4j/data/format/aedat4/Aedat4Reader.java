package org.snn4j.data.format.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.ReadSettings;

/** Decodes the packets of one stream of events; see {@link Aedat4Format}. */
final class Aedat4Reader extends BlockReader {
    /** Bytes of an event: time (64 bits), column (16), row (16), polarity (8), nothing. */
    static final int RECORD = 16;

    /** Room for packets that are compressed better than those before. */
    private static final double MARGIN = 1.06;

    private final Aedat4Header header;
    private final PacketSource packets;
    private ByteBuffer events = ByteBuffer.allocate(0);
    private long opened;

    Aedat4Reader(FileInput input, Aedat4Header header, StreamInfo stream, ReadSettings settings) {
        super(input.file(), settings, stream.sensor());
        this.header = header;
        this.packets = new PacketSource(input, header, stream.id());
    }

    /** By what the packets before held, or, where nothing is compressed, as many as fit. */
    @Override
    public long expected() {
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
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        byte[] bytes = events.array();
        int from = events.position();
        for (int i = 0; i < count; i++) {
            long place = (long) Words.LONGS.get(bytes, from + RECORD * i + Long.BYTES);
            time[i] = (long) Words.LONGS.get(bytes, from + RECORD * i);
            x[i] = (short) place;
            y[i] = (short) (place >>> 16);
            polarity[i] = (byte) (place >>> 32);
        }
        // the position of each event where nothing is compressed, else that of the packet
        boolean own = header.compression() == Compression.NONE;
        into.decoded(count, packets.position() + (own ? from : 0), own ? RECORD : 0);
        events.position(from + RECORD * count);
        return true;
    }

    /** Goes to the next packet; false at the end. */
    private boolean nextPacket() throws IOException {
        ByteBuffer content = null;
        try {
            content = packets.next();
            if (content == null) {
                return false;
            }
            FlatTable root = FlatTable.root(content, StreamInfo.EVENTS);
            OptionalInt field = root.field(0, Integer.BYTES);
            int from = field.isPresent() ? root.vector(field.getAsInt(), RECORD) : 0;
            int count = field.isPresent() ? root.length(from) : 0;
            events = content.position(from).limit(from + RECORD * count);
            opened += count;
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
