package org.snn4j.data.format.atis;

import java.io.IOException;
import java.io.OutputStream;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.atis.AtisFormat.Overflow;

/** Writes the records of one recording; for one thread. */
final class AtisEncoder {
    private final Overflow overflow;
    private long offset;

    AtisEncoder(Overflow overflow) {
        this.overflow = overflow;
    }

    void encode(EventStream events, OutputStream out) throws IOException {
        for (int i = 0; i < events.size(); i++) {
            if (overflow == Overflow.MARKED) {
                mark(events, i, out);
            }
            long time = events.time(i) - offset;
            if (time < 0 || time > AtisFormat.LAST_TIME) {
                throw new IllegalArgumentException("event " + i + ": time is " + events.time(i) + " us, must be in [0, "
                        + AtisFormat.LAST_TIME + "]");
            }
            record(out, events.x(i), events.y(i), events.polarity(i), time);
        }
    }

    /** Writes as many markers as the time of an event needs. */
    private void mark(EventStream events, int event, OutputStream out) throws IOException {
        if (events.y(event) == AtisFormat.MARKER_ROW) {
            throw new IllegalArgumentException("event " + event + ": y is 240, which marks an overflow in this file");
        }
        if (events.time(event) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("event " + event + ": time is " + events.time(event)
                    + " us, must be in [0, " + Integer.MAX_VALUE + "]");
        }
        while (events.time(event) - offset > AtisFormat.LAST_TIME) {
            record(out, 0, AtisFormat.MARKER_ROW, 0, 0);
            offset += AtisFormat.MARKER_TIME;
        }
    }

    private static void record(OutputStream out, int x, int y, int polarity, long time) throws IOException {
        out.write(x);
        out.write(y);
        out.write((int) (polarity << 7 | time >> 16));
        out.write((int) (time >> 8));
        out.write((int) time);
    }
}
