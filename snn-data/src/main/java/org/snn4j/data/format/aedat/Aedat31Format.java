package org.snn4j.data.format.aedat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;

/**
 * AEDAT 3.1 recordings ({@code .aedat}), the format of DVS128 Gesture.
 *
 * <p>Text up to the line {@code #!END-HEADER}, then packets, little-endian: 28 bytes of head (type at 0, event size at 4, time overflow at 12,
 * capacity at 16) and capacity events. Events of type 1 (polarity) hold 32 bits of data (x in bits 17 to 31, y in 2 to 16, polarity in 1) and the
 * low 31 bits of the time in microseconds; packets of another type are skipped. As in SpikingJelly all events of the capacity are read, whether
 * they are marked as valid or not.
 */
@Reference(
        title = "AEDAT 3.1",
        link = "https://docs.inivation.com/software/software-advanced-usage/file-formats/aedat-3.1.html")
public final class Aedat31Format implements RecordingFormat {
    static final int HEAD = 28;
    static final int POLARITY = 1;
    static final int RECORD = 8;

    private static final String FIRST_LINE = "#!AER-DAT3.1";
    private static final String LAST_LINE = "#!END-HEADER";
    private static final String SOURCE = "#Source ";

    @Override
    public String name() {
        return "aedat-3.1";
    }

    @Override
    public String title() {
        return "AEDAT 3.1";
    }

    @Override
    public List<String> extensions() {
        return List.of(".aedat", ".aedat3");
    }

    @Override
    public Match match(FileStart start) {
        return start.startsWith(FIRST_LINE) ? Match.CERTAIN : Match.NONE;
    }

    @Override
    public EventReader open(Path file, ReadSettings settings) throws IOException {
        return open(ByteSource.open(file), settings);
    }

    /** Reads from bytes, which are closed with the reader. */
    public EventReader open(ByteSource source, ReadSettings settings) throws IOException {
        return source.opened(() -> reader(source, settings));
    }

    private static EventReader reader(ByteSource source, ReadSettings settings) throws IOException {
        AedatHeader.version(source, FIRST_LINE);
        List<String> lines = AedatHeader.lines(source, LAST_LINE);
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(LAST_LINE)) {
            throw source.damage(source.position(), "no end of the header", "a line " + LAST_LINE);
        }
        return new Aedat31Reader(source, settings, sensor(lines));
    }

    private static Optional<Sensor> sensor(List<String> lines) {
        return AedatHeader.statedSize(lines).or(() -> lines.stream()
                .filter(line -> line.startsWith(SOURCE))
                .findFirst()
                .flatMap(AedatHeader::chip));
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public EventWriter create(Path file, Sensor sensor) throws IOException {
        String camera = sensor.equals(new Sensor(128, 128)) ? "DVS128" : "File";
        Writer writer = new Writer(file, sensor);
        writer.head(FIRST_LINE + "\r\n#Format: RAW\r\n#Source 1: " + camera
                + "\r\n#Start-Time: 1970-01-01 00:00:00 (TZ+0000)\r\n" + AedatHeader.stateSize(sensor) + "\r\n"
                + LAST_LINE
                + "\r\n");
        return writer;
    }

    private static final class Writer extends CheckedWriter {
        private static final int PACKET = 4096;
        private static final long LAST_TIME = (1L << 62) - 1;
        private static final int VALID = 1;

        Writer(Path file, Sensor sensor) throws IOException {
            super(file, sensor);
        }

        void head(String lines) throws IOException {
            out().write(lines.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        protected void encode(EventStream events, OutputStream out) throws IOException {
            Check.inRange(events.firstTime(), 0, LAST_TIME, "first time");
            Check.inRange(events.lastTime(), 0, LAST_TIME, "last time");
            for (int from = 0; from < events.size(); ) {
                long overflow = events.time(from) >>> 31;
                int to = from + 1;
                while (to < events.size() && to - from < PACKET && events.time(to) >>> 31 == overflow) {
                    to++;
                }
                packet(events, from, to, (int) overflow, out);
                from = to;
            }
        }

        private static void packet(EventStream events, int from, int to, int overflow, OutputStream out)
                throws IOException {
            int count = to - from;
            ByteBuffer packet = ByteBuffer.allocate(HEAD + count * RECORD).order(ByteOrder.LITTLE_ENDIAN);
            packet.putShort((short) POLARITY).putShort((short) 1).putInt(RECORD).putInt(Integer.BYTES);
            packet.putInt(overflow).putInt(count).putInt(count).putInt(count);
            for (int i = from; i < to; i++) {
                packet.putInt(events.x(i) << 17 | events.y(i) << 2 | events.polarity(i) << 1 | VALID);
                packet.putInt((int) (events.time(i) & Integer.MAX_VALUE));
            }
            out.write(packet.array());
        }

        @Override
        protected void end(OutputStream out) {}
    }
}
