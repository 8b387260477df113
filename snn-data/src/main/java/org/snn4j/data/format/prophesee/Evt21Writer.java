package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.Sensor;

/** Encodes EVT 2.1, little-endian; see {@link Evt21Format}. Events share a word where one follows the other to the right at the same time. */
final class Evt21Writer extends CheckedWriter {
    private final LoopingClock clock = new LoopingClock(Evt2Decoder.LOW_BITS, Evt2Decoder.HIGH_BITS);

    Evt21Writer(Path file, Sensor sensor, String header) throws IOException {
        super(file, sensor);
        out().write(header.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    protected void encode(EventStream events, OutputStream out) throws IOException {
        int next = 0;
        while (next < events.size()) {
            long time = events.time(next);
            clock.advance(time, high -> word(Evt2Decoder.TIME_HIGH << 28 | high, 0, out));
            int column = events.x(next) & -Evt21Reader.VECTOR;
            int upper = events.polarity(next) << 28 | (int) (time & 0x3f) << 22 | column << 11 | events.y(next);
            int valid = 1 << events.x(next) - column;
            for (next++; next < events.size() && follows(events, next, column); next++) {
                valid |= 1 << events.x(next) - column;
            }
            word(upper, valid, out);
        }
    }

    private static boolean follows(EventStream events, int event, int column) {
        return events.time(event) == events.time(event - 1)
                && events.y(event) == events.y(event - 1)
                && events.polarity(event) == events.polarity(event - 1)
                && events.x(event) > events.x(event - 1)
                && events.x(event) < column + Evt21Reader.VECTOR;
    }

    private static void word(int upper, int lower, OutputStream out) throws IOException {
        Evt2Writer.word(lower, out);
        Evt2Writer.word(upper, out);
    }

    @Override
    protected void end(OutputStream out) {}
}
