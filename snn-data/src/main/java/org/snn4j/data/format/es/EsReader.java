package org.snn4j.data.format.es;

import java.io.IOException;
import java.util.Optional;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.ByteOrders;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;

/** Reads the events of DVS and ATIS streams, which differ in the meaning of an event's first byte. */
final class EsReader extends BlockReader {
    private static final int RECORD = EsFormat.RECORD;

    private final ByteSource source;
    /** A first byte from here on is no event. */
    private final int special;
    /** Time is what is left of the first byte when so many bits are gone. */
    private final int shift;
    /** The bit of the first byte that holds the polarity. */
    private final int polarityBit;
    /** The bits of the first byte that are set where the event is a measurement. */
    private final int measurement;
    /** Time of one overflow in microseconds. */
    private final int overflow;

    private long time;

    private EsReader(
            ByteSource source,
            ReadSettings settings,
            Optional<Sensor> sensor,
            int special,
            int shift,
            int measurement,
            int overflow) {
        super(source.file(), settings, sensor, source.left() / RECORD);
        this.source = source;
        this.special = special;
        this.shift = shift;
        this.polarityBit = shift - 1;
        this.measurement = measurement;
        this.overflow = overflow;
    }

    /** 7 bits of time and polarity; 0xff is an overflow of 127 us, 0xfe nothing. */
    static EsReader ofDvs(ByteSource source, ReadSettings settings, Optional<Sensor> sensor) {
        return new EsReader(source, settings, sensor, 0xfe, 1, 0, 127);
    }

    /** 6 bits of time, polarity, and whether it is a measurement; 0xfc to 0xff are 0 to 3 overflows of 63 us. */
    static EsReader ofAtis(ByteSource source, ReadSettings settings, Optional<Sensor> sensor) {
        return new EsReader(source, settings, sensor, 0xfc, 2, 1, 63);
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        int available = source.fill(into.capacity() * RECORD);
        if (available == 0) {
            return false;
        }
        byte[] bytes = source.bytes();
        short[] x = into.x();
        short[] y = into.y();
        byte[] polarity = into.polarity();
        long[] times = into.time();
        int[] place = into.place();
        int start = source.index();
        int end = start + available;
        int position = start;
        int events = 0;
        long now = time;
        while (position < end && events < into.capacity()) {
            int first = bytes[position] & 0xff;
            if (first >= special) {
                now += (first - special) * overflow;
                position++;
                continue;
            }
            if (end - position < RECORD) {
                break;
            }
            now += first >>> shift;
            if ((first & measurement) == 0) {
                int pixel = ByteOrders.littleInt(bytes, position + 1);
                x[events] = (short) pixel;
                y[events] = (short) (pixel >>> 16);
                polarity[events] = (byte) (first >>> polarityBit & 1);
                times[events] = now;
                place[events++] = position - start;
            }
            position += RECORD;
        }
        if (position == start) {
            throw source.damage(source.position(), available + " bytes at the end", "an event of " + RECORD + " bytes");
        }
        time = now;
        into.decoded(events, source.position());
        source.skip(position - start);
        return true;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
