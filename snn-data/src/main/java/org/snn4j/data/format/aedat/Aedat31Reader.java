package org.snn4j.data.format.aedat;

import java.io.IOException;
import java.util.Optional;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.ByteOrders;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;

/** Reads the polarity events of packets. */
final class Aedat31Reader extends BlockReader {
    private static final int HEAD = Aedat31Format.HEAD;
    private static final int RECORD = Aedat31Format.RECORD;
    private static final int COORDINATE = 0x7fff;

    private final ByteSource source;
    private long events;
    private long stride;
    private long overflow;

    Aedat31Reader(ByteSource source, ReadSettings settings, Optional<Sensor> stated) {
        super(source.file(), settings, stated, source.left() / RECORD);
        this.source = source;
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        while (events == 0) {
            if (source.left() == 0) {
                return false;
            }
            packet();
        }
        int count = (int) Math.min(events, into.capacity());
        if (stride == RECORD) {
            count = Math.min(count, source.fill(count * RECORD) / RECORD);
            decode(into, source.bytes(), source.index(), 0, count, 0);
            into.decoded(count, source.position());
            source.skip((long) count * RECORD);
        } else {
            long base = source.position();
            count = spread(into, count, base);
            into.decoded(count, base);
        }
        events -= count;
        return true;
    }

    /** Events that are longer than what is known of them, one by one, as many as have places that an int holds. */
    private int spread(EventBlock into, int most, long base) throws IOException {
        int count = 0;
        while (count < most && source.position() - base <= Integer.MAX_VALUE) {
            source.fill(RECORD);
            decode(into, source.bytes(), source.index(), count, count + 1, (int) (source.position() - base));
            source.skip(stride);
            count++;
        }
        return count;
    }

    private void decode(EventBlock into, byte[] bytes, int index, int from, int to, int start) {
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        int[] place = into.place();
        for (int i = from; i < to; i++) {
            int position = (i - from) * RECORD;
            long record = ByteOrders.littleLong(bytes, index + position);
            int data = (int) record;
            x[i] = (short) (data >>> 17);
            y[i] = (short) (data >>> 2 & COORDINATE);
            polarity[i] = (byte) (data >>> 1 & 1);
            time[i] = record >>> 32 | overflow;
            place[i] = start + position;
        }
    }

    /** Takes the head of a packet, and the whole packet if it is of another type. */
    private void packet() throws IOException {
        source.require(HEAD, "a packet head of " + HEAD + " bytes");
        source.fill(HEAD);
        long start = source.position();
        byte[] bytes = source.bytes();
        int head = source.index();
        int type = ByteOrders.littleShort(bytes, head);
        long size = Integer.toUnsignedLong(ByteOrders.littleInt(bytes, head + 4));
        overflow = Integer.toUnsignedLong(ByteOrders.littleInt(bytes, head + 12)) << 31;
        long capacity = Integer.toUnsignedLong(ByteOrders.littleInt(bytes, head + 16));
        source.skip(HEAD);
        if (capacity > 0 && size > source.left() / capacity) {
            throw source.damage(
                    start,
                    "a packet of " + capacity + " events of " + size + " bytes",
                    "at most " + source.left() + " bytes");
        }
        if (type != Aedat31Format.POLARITY) {
            source.skip(size * capacity);
            return;
        }
        if (size < RECORD) {
            throw source.damage(start + 4, "polarity events of " + size + " bytes", "at least " + RECORD);
        }
        events = capacity;
        stride = size;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
