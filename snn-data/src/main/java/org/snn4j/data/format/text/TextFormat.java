package org.snn4j.data.format.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.DataFormatException;
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
 * One event a line ({@code .csv}, {@code .txt}, {@code .tsv}): time, column, row and polarity in the order that a line of names or the settings say,
 * separated by commas, semicolons, tabs or spaces.
 *
 * <p>Lines that begin with # or % are comments; one that says {@code # sensor 34x34}, or a first line of two numbers, gives the sensor. Polarities are
 * 0 and 1 or -1 and 1. Written with names, in microseconds.
 */
@Reference(
        title = "The Event-Camera Dataset and Simulator",
        link = "https://rpg.ifi.uzh.ch/davis_data.html",
        equation = "events.txt: one event per line (timestamp x y polarity)")
public final class TextFormat implements RecordingFormat {
    private final TextLayout layout;

    /** Columns and units as the file says, see {@link TextLayout#DEFAULTS}. */
    public TextFormat() {
        this(TextLayout.DEFAULTS);
    }

    public TextFormat(TextLayout layout) {
        this.layout = Check.notNull(layout, "layout");
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String title() {
        return "Text";
    }

    @Override
    public List<String> extensions() {
        return List.of(".csv", ".txt", ".tsv");
    }

    /** Certain if a line names the columns of events, possible if numbers stand where the layout wants them and the file's name fits. */
    @Override
    public Match match(FileStart start) {
        for (byte next : start.bytes()) {
            if (next < ' ' && next != '\n' && next != '\r' && next != '\t') {
                return Match.NONE;
            }
        }
        try {
            TextReader.Head head = TextReader.Head.read(ByteSource.of(start.file(), start.bytes()), layout);
            if (head.named() && layout.order().isEmpty()) {
                return Match.CERTAIN;
            }
            boolean fits = extensions().stream().anyMatch(start::named)
                    && head.events()
                    && head.lines().text().matches("[-+0-9.eE,; \\t]+");
            return fits ? Match.POSSIBLE : Match.NONE;
        } catch (DataFormatException | IOException e) {
            return Match.NONE;
        }
    }

    @Override
    public EventReader open(Path file, ReadSettings settings) throws IOException {
        ByteSource source = ByteSource.open(file);
        return source.opened(() -> new TextReader(source, TextReader.Head.read(source, layout), settings));
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public EventWriter create(Path file, Sensor sensor) throws IOException {
        CheckedWriter writer = new Writer(file, sensor);
        writer.out().write(("# sensor " + sensor + "\nt,x,y,p\n").getBytes(StandardCharsets.US_ASCII));
        return writer;
    }

    private static final class Writer extends CheckedWriter {
        Writer(Path file, Sensor sensor) throws IOException {
            super(file, sensor);
        }

        @Override
        protected void encode(EventStream events, OutputStream out) throws IOException {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < events.size(); i++) {
                lines.append(events.time(i))
                        .append(',')
                        .append(events.x(i))
                        .append(',')
                        .append(events.y(i));
                lines.append(',').append(events.polarity(i)).append('\n');
                if (lines.length() > 1 << 13 || i + 1 == events.size()) {
                    out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
                    lines.setLength(0);
                }
            }
        }

        @Override
        protected void end(OutputStream out) {}
    }
}
