package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.Sensor;

/** Encodes DAT files; see {@link DatFormat}. */
final class DatWriter extends CheckedWriter {
    private static final long LAST = 0xffffffffL;

    private long before = -1;

    DatWriter(Path file, Sensor sensor) throws IOException {
        super(file, sensor);
        String header = "% Data file containing CD events\n% Version 2\n% Width " + sensor.width() + "\n% Height "
                + sensor.height() + "\n";
        out().write(header.getBytes(StandardCharsets.ISO_8859_1));
        out().write(DatFormat.CHANGE);
        out().write(DatFormat.RECORD);
    }

    @Override
    protected void encode(EventStream events, OutputStream out) throws IOException {
        for (int i = 0; i < events.size(); i++) {
            long time = events.time(i);
            long latest = before < 0 ? LAST : before + LAST / 2;
            if (time < 0 || time > latest) {
                throw new IllegalArgumentException(
                        "time is " + time + " us, must be in [0, " + latest + "] in this format; shift the recording");
            }
            before = time;
            Evt2Writer.word((int) time, out);
            Evt2Writer.word(events.polarity(i) << 28 | events.y(i) << 14 | events.x(i), out);
        }
    }

    @Override
    protected void end(OutputStream out) {}
}
