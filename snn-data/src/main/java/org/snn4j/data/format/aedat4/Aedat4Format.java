package org.snn4j.data.format.aedat4;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;

/**
 * AEDAT 4 ({@code .aedat4}): packets of events, pictures, inertial samples and triggers, compressed with LZ4, ZSTD or not at all. Events are read, the rest
 * is skipped.
 *
 * <p>Times are microseconds since 1970, as the camera's computer had them. In the real recordings at hand (DAVIS346, DVXplorer) they never go backward. Of
 * several streams of events the one with the lowest number is read, as other readers do, unless another is chosen with {@link #ofStream}. A file whose
 * packet table is missing (an interrupted recording) is read to its end. In a compressed packet an event's place in an error is that of the packet.
 */
@Reference(
        title = "AEDAT 4.0",
        link = "https://docs.inivation.com/software/software-advanced-usage/file-formats/aedat-4.0.html")
public final class Aedat4Format implements RecordingFormat {
    /** First bytes of a file. */
    static final String VERSION = "#!AER-DAT4.0\r\n";

    private final Compression compression;
    private final OptionalInt stream;

    /** Reads the stream of events with the lowest number, writes with LZ4. */
    public Aedat4Format() {
        this(Compression.LZ4, OptionalInt.empty());
    }

    private Aedat4Format(Compression compression, OptionalInt stream) {
        this.compression = compression;
        this.stream = stream;
    }

    /** This format with another compression of what is written. */
    public Aedat4Format with(Compression written) {
        return new Aedat4Format(Check.notNull(written, "compression"), stream);
    }

    /** This format with a given stream of events to read. */
    public Aedat4Format ofStream(int id) {
        return new Aedat4Format(compression, OptionalInt.of(id));
    }

    @Override
    public String name() {
        return "aedat-4";
    }

    @Override
    public String title() {
        return "AEDAT 4";
    }

    @Override
    public List<String> extensions() {
        return List.of(".aedat4");
    }

    @Override
    public Match match(FileStart start) {
        return start.startsWith(VERSION) ? Match.CERTAIN : Match.NONE;
    }

    @Override
    public EventReader open(Path file, ReadSettings settings) throws IOException {
        FileInput input = FileInput.open(file);
        try {
            Aedat4Header header = Aedat4Header.read(input);
            return new Aedat4Reader(input, header, header.events(stream), settings);
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public EventWriter create(Path file, Sensor sensor) throws IOException {
        return new Aedat4Writer(file, sensor, compression);
    }
}
