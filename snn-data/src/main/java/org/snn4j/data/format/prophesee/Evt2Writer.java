package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.Sensor;

/** Encodes EVT 2.0; see {@link Evt2Format}. */
final class Evt2Writer extends CheckedWriter {
    private final LoopingClock clock = new LoopingClock(Evt2Decoder.LOW_BITS, Evt2Decoder.HIGH_BITS);

    Evt2Writer(Path file, Sensor sensor, String header) throws IOException {
        super(file, sensor);
        out().write(header.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    protected void encode(EventStream events, OutputStream out) throws IOException {
        for (int i = 0; i < events.size(); i++) {
            long time = events.time(i);
            clock.advance(time, high -> word(Evt2Decoder.TIME_HIGH << 28 | high, out));
            word(events.polarity(i) << 28 | (int) (time & 0x3f) << 22 | events.x(i) << 11 | events.y(i), out);
        }
    }

    static void word(int word, OutputStream out) throws IOException {
        out.write(word);
        out.write(word >>> 8);
        out.write(word >>> 16);
        out.write(word >>> 24);
    }

    @Override
    protected void end(OutputStream out) {}
}
