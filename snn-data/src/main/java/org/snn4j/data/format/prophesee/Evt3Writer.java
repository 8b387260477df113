package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.Sensor;

/** Encodes EVT 3.0; see {@link Evt3Format}. Vectors are written where they take fewer words than single events. */
final class Evt3Writer extends CheckedWriter {
    private static final int NONE = -1;
    private static final int LENGTH = 12;

    private final LoopingClock clock = new LoopingClock(Evt3Reader.TIME_BITS, Evt3Reader.TIME_BITS);
    private long time = Long.MIN_VALUE;
    private int row = NONE;

    Evt3Writer(Path file, Sensor sensor, String header) throws IOException {
        super(file, sensor);
        out().write(header.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    protected void encode(EventStream events, OutputStream out) throws IOException {
        int next = 0;
        while (next < events.size()) {
            toTime(events.time(next), out);
            if (events.y(next) != row) {
                row = events.y(next);
                word(Evt3Reader.ADDRESS_Y, row, out);
            }
            int end = next + 1;
            while (end < events.size() && follows(events, end, events.x(next) + LENGTH)) {
                end++;
            }
            if (end - next > 2) {
                vector(events, next, end, out);
            } else {
                for (int i = next; i < end; i++) {
                    word(Evt3Reader.ADDRESS_X, events.polarity(i) << 11 | events.x(i), out);
                }
            }
            next = end;
        }
    }

    private void toTime(long to, OutputStream out) throws IOException {
        boolean changed = clock.advance(to, high -> word(Evt3Reader.TIME_HIGH, high, out));
        if (changed || to != time) {
            word(Evt3Reader.TIME_LOW, (int) (to & 0xfff), out);
        }
        time = to;
    }

    private static boolean follows(EventStream events, int event, int below) {
        return events.time(event) == events.time(event - 1)
                && events.y(event) == events.y(event - 1)
                && events.polarity(event) == events.polarity(event - 1)
                && events.x(event) > events.x(event - 1)
                && events.x(event) < below;
    }

    private static void vector(EventStream events, int from, int to, OutputStream out) throws IOException {
        int base = events.x(from);
        int valid = 0;
        for (int i = from; i < to; i++) {
            valid |= 1 << events.x(i) - base;
        }
        word(Evt3Reader.BASE_X, events.polarity(from) << 11 | base, out);
        word(Evt3Reader.VECTOR_12, valid, out);
    }

    private static void word(int type, int content, OutputStream out) throws IOException {
        out.write(content);
        out.write(type << 4 | content >>> 8);
    }

    @Override
    protected void end(OutputStream out) {}
}
