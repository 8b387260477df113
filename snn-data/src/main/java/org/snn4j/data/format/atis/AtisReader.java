package org.snn4j.data.format.atis;

import java.io.IOException;
import java.util.Optional;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.ByteOrders;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.atis.AtisFormat.Overflow;

/** Reads records of 5 bytes. */
final class AtisReader extends BlockReader {
    private static final int RECORD = AtisFormat.RECORD;
    private static final int TIME = (int) AtisFormat.LAST_TIME;

    private final ByteSource source;
    private final Overflow overflow;
    private long offset;
    private boolean empty = true;

    AtisReader(ByteSource source, ReadSettings settings, Overflow overflow) {
        super(source.file(), settings, Optional.empty(), source.length() / RECORD);
        this.source = source;
        this.overflow = overflow;
    }

    @Override
    public long expected() {
        return source.left() / RECORD;
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        int records = Math.min(source.fill(into.capacity() * RECORD) / RECORD, into.capacity());
        if (records == 0) {
            if (empty) {
                throw source.damage(0, "overflow markers only", "at least one event");
            }
            return false;
        }
        long base = source.position();
        if (overflow == Overflow.MARKED) {
            int events = marked(records, into);
            empty &= events == 0;
            into.decoded(events, base);
        } else {
            plain(records, into);
            empty = false;
            into.decoded(records, base, RECORD);
        }
        source.skip((long) records * RECORD);
        return true;
    }

    private void plain(int records, EventBlock into) {
        byte[] bytes = source.bytes();
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] time = into.time();
        int from = source.index();
        for (int i = 0; i < records; i++) {
            int position = from + i * RECORD;
            int rest = ByteOrders.bigInt(bytes, position + 1);
            x[i] = (short) (bytes[position] & 0xff);
            y[i] = (short) (rest >>> 24);
            polarity[i] = (byte) (rest >>> 23 & 1);
            time[i] = rest & TIME;
        }
    }

    private int marked(int records, EventBlock into) {
        byte[] bytes = source.bytes();
        int from = source.index();
        int events = 0;
        for (int i = 0; i < records; i++) {
            int position = i * RECORD;
            int rest = ByteOrders.bigInt(bytes, from + position + 1);
            if (rest >>> 24 == AtisFormat.MARKER_ROW) {
                offset += AtisFormat.MARKER_TIME;
                continue;
            }
            into.x()[events] = (short) (bytes[from + position] & 0xff);
            into.y()[events] = (short) (rest >>> 24);
            into.polarity()[events] = (byte) (rest >>> 23 & 1);
            into.time()[events] = (rest & TIME) + offset;
            into.place()[events++] = position;
        }
        return events;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
