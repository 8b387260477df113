package org.snn4j.data.format.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
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

    private final Aedat4Header header;
    private final PacketSource packets;
    private ByteBuffer events = ByteBuffer.allocate(0);

    Aedat4Reader(FileInput input, Aedat4Header header, StreamInfo stream, ReadSettings settings) {
        super(input.file(), settings, stream.sensor());
        this.header = header;
        this.packets = new PacketSource(input, header, stream.id());
    }

    @Override
    public long expected() {
        return (header.end() - header.packets()) / RECORD;
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
        place(into, from, count);
        events.position(from + RECORD * count);
        return true;
    }

    /** Positions in the file: the events' own if they are not compressed, else the packet's. */
    private void place(EventBlock into, int from, int count) {
        if (header.compression() == Compression.NONE) {
            int[] place = into.place();
            for (int i = 0; i < count; i++) {
                place[i] = from + RECORD * i;
            }
        } else {
            Arrays.fill(into.place(), 0, count, 0);
        }
        into.decoded(count, packets.position());
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
