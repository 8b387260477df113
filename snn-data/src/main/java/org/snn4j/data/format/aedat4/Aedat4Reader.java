package org.snn4j.data.format.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    /** Bytes before a packet: stream and size. */
    static final int HEAD = 8;

    private final FileInput input;
    private final Aedat4Header header;
    private final int stream;
    private final Codec codec;
    private final ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    private byte[] compressed = new byte[0];
    private ByteBuffer events = ByteBuffer.allocate(0);
    private long position;
    private long packet;
    private int first;

    Aedat4Reader(FileInput input, Aedat4Header header, StreamInfo stream, ReadSettings settings) {
        super(input.file(), settings, stream.sensor());
        this.input = input;
        this.header = header;
        this.stream = stream.id();
        this.codec = new Codec(header.compression());
        this.position = header.packets();
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
        into.decoded(count, packet);
    }

    /** Goes to the next packet of the stream; false at the end. */
    private boolean nextPacket() throws IOException {
        while (position < header.end()) {
            if (header.end() - position < HEAD) {
                throw new DataFormatException(
                        file(), position, (header.end() - position) + " bytes", "a packet's head of " + HEAD);
            }
            input.read(position, head.clear());
            int id = head.getInt(0);
            long size = head.getInt(Integer.BYTES);
            header.check(id, position);
            if (size < 0 || size > header.end() - position - HEAD) {
                throw new DataFormatException(
                        file(),
                        position + Integer.BYTES,
                        "a packet of " + size + " bytes",
                        "0 to " + (header.end() - position - HEAD));
            }
            packet = position + HEAD;
            position = packet + size;
            if (id == stream) {
                open((int) size);
                return true;
            }
        }
        return false;
    }

    private void open(int size) throws IOException {
        if (compressed.length < size) {
            compressed = new byte[size + Lz4Blocks.SLACK];
        }
        input.read(packet, ByteBuffer.wrap(compressed, 0, size));
        int inflated = 0;
        try {
            ByteBuffer content = codec.expand(compressed, size);
            inflated = 1;
            FlatTable root = FlatTable.root(content, StreamInfo.EVENTS);
            OptionalInt field = root.field(0, Integer.BYTES);
            int from = field.isPresent() ? root.vector(field.getAsInt(), RECORD) : 0;
            int count = field.isPresent() ? root.length(from) : 0;
            events = content.position(from).limit(from + RECORD * count);
        } catch (FlatTable.Damage e) {
            boolean own = inflated == 0 || header.compression() == Compression.NONE;
            throw new DataFormatException(
                    file(),
                    packet + (own ? e.position() : 0),
                    own ? e.found() : e.found() + " at byte " + e.position() + " of the uncompressed packet",
                    e.expected());
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
