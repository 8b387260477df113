package org.snn4j.data.format.es;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ByteOrders;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.CheckedWriter;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;

/**
 * Event Stream 2 ({@code .es}), streams of DVS and ATIS events.
 *
 * <p>12 letters, three bytes of version and one of type; width and height (16 bits each, little-endian); then events of 5 bytes: time since the one
 * before and polarity in the first, column and row (16 bits each, little-endian) in the others, and bytes in place of the first that only add to
 * the time or do nothing. Of ATIS streams the changes are read and the halves of exposure measurements skipped. Generic and colour streams hold no
 * polarity, and displays no sensor's events: they are refused by name.
 */
@Reference(title = "Event Stream", link = "https://github.com/neuromorphic-paris/event_stream")
public final class EsFormat implements RecordingFormat {
    static final int RECORD = 5;

    private static final String SIGNATURE = "Event Stream";
    private static final int VERSION = 12;
    private static final int TYPE = 15;
    private static final int HEAD = 20;
    private static final int DVS = 1;
    private static final int ATIS = 2;
    private static final List<String> TYPES =
            List.of("generic events", "DVS events", "ATIS events", "display events", "colour events");

    @Override
    public String name() {
        return "event-stream";
    }

    @Override
    public String title() {
        return "Event Stream 2";
    }

    @Override
    public List<String> extensions() {
        return List.of(".es");
    }

    @Override
    public Match match(FileStart start) {
        return start.startsWith(SIGNATURE) ? Match.CERTAIN : Match.NONE;
    }

    @Override
    public EventReader open(Path file, ReadSettings settings) throws IOException {
        ByteSource source = ByteSource.open(file);
        return source.opened(() -> reader(source, settings));
    }

    private static EventReader reader(ByteSource source, ReadSettings settings) throws IOException {
        if (!source.startsWith(SIGNATURE.getBytes(StandardCharsets.US_ASCII))) {
            throw source.damage(0, "another beginning", "the letters " + SIGNATURE);
        }
        source.require(TYPE + 1, "a head of at least " + (TYPE + 1) + " bytes");
        source.fill(HEAD);
        byte[] bytes = source.bytes();
        int head = source.index();
        int type = bytes[head + TYPE] & 0xff;
        if (bytes[head + VERSION] != 2) {
            throw source.damage(VERSION, "version " + (bytes[head + VERSION] & 0xff), "version 2");
        }
        if (type != DVS && type != ATIS) {
            throw source.unsupported(
                    TYPE,
                    type < TYPES.size() ? TYPES.get(type) : "events of type " + type,
                    "DVS or ATIS events, which have a polarity");
        }
        source.require(HEAD, "a head of " + HEAD + " bytes");
        int width = ByteOrders.littleShort(bytes, head + 16);
        int height = ByteOrders.littleShort(bytes, head + 18);
        Optional<Sensor> sensor = Sensor.fits(width, height);
        if (sensor.isEmpty()) {
            throw source.damage(16, "a sensor of " + width + "x" + height, "1 to 32768 columns and rows");
        }
        source.skip(HEAD);
        return type == DVS ? EsReader.ofDvs(source, settings, sensor) : EsReader.ofAtis(source, settings, sensor);
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public EventWriter create(Path file, Sensor sensor) throws IOException {
        Writer writer = new Writer(file, sensor);
        writer.head();
        return writer;
    }

    private static final class Writer extends CheckedWriter {
        private static final int OVERFLOW = 127;
        /** About 71 minutes: a pause is written as one byte for every 127 us, so that a greater one would take tens of megabytes. */
        private static final long LONGEST_PAUSE = 1L << 32;

        private long latest;

        Writer(Path file, Sensor sensor) throws IOException {
            super(file, sensor);
        }

        void head() throws IOException {
            out().write(SIGNATURE.getBytes(StandardCharsets.US_ASCII));
            out().write(new byte[] {2, 0, 0, DVS});
            number(out(), sensor().width());
            number(out(), sensor().height());
        }

        @Override
        protected void encode(EventStream events, OutputStream out) throws IOException {
            for (int i = 0; i < events.size(); i++) {
                long pause = Math.subtractExact(events.time(i), latest);
                if (pause < 0 || pause > LONGEST_PAUSE) {
                    throw new IllegalArgumentException("event " + i + ": time is " + events.time(i)
                            + " us, must be in [" + latest + ", " + (latest + LONGEST_PAUSE) + "]");
                }
                for (; pause >= OVERFLOW; pause -= OVERFLOW) {
                    out.write(0xff);
                }
                out.write((int) pause << 1 | events.polarity(i));
                number(out, events.x(i));
                number(out, events.y(i));
                latest = events.time(i);
            }
        }

        private static void number(OutputStream out, int value) throws IOException {
            out.write(value);
            out.write(value >> 8);
        }

        @Override
        protected void end(OutputStream out) {}
    }
}
