package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.snn4j.core.Reference;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;

/**
 * DAT files of version 2 ({@code .dat}): lines of text, a byte for the type of the events (0 or 12), a byte for their size (8), then events, little-endian.
 *
 * <p>An event has 32 bits of time in microseconds, which overflow after 71 minutes, then 14 bits of column, 14 of row and 4 of polarity (0 or 1). The sensor is
 * in the lines {@code % Width} and {@code % Height}, which N-CARS lacks.
 */
@Reference(title = "DAT File Format", link = "https://docs.prophesee.ai/stable/data/file_formats/dat.html")
public final class DatFormat implements RecordingFormat {
    /** Bytes of an event. */
    static final int RECORD = 8;

    /** Type of change events. */
    static final int CHANGE = 12;

    /** Columns and rows that fit. */
    static final int LARGEST = 1 << 14;

    private static final int GENERIC = 0;

    public DatFormat() {}

    @Override
    public String name() {
        return "prophesee-dat";
    }

    @Override
    public String title() {
        return "Prophesee DAT 2";
    }

    @Override
    public List<String> extensions() {
        return List.of(".dat");
    }

    @Override
    public Match match(FileStart start) {
        return TextHeader.of(start)
                        .filter(h -> h.value("version").isPresent()
                                && h.value("data").isPresent())
                        .isPresent()
                ? Match.CERTAIN
                : Match.NONE;
    }

    @Override
    public EventReader open(Path file, ReadSettings settings) throws IOException {
        FileInput input = FileInput.open(file);
        try {
            TextHeader header = TextHeader.read(input);
            if (!header.value("version").orElse("").equals("2")) {
                throw header.damage("version", "'% Version 2'");
            }
            ByteBuffer kind = input.bytes(header.length(), 2, "type and size of the events");
            if (kind.get(0) != GENERIC && kind.get(0) != CHANGE) {
                throw new DataFormatException(
                        file, header.length(), "events of type " + (kind.get(0) & 0xff), "type 0 or 12, change events");
            }
            if (kind.get(1) != RECORD) {
                throw new DataFormatException(
                        file, header.length() + 1, "events of " + (kind.get(1) & 0xff) + " bytes", "8");
            }
            return new DatReader(input, header.length() + 2, settings, header.widthAndHeight());
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
        if (sensor.width() > LARGEST || sensor.height() > LARGEST) {
            throw new IllegalArgumentException(
                    title() + " has sensors of up to " + LARGEST + "x" + LARGEST + ", not " + sensor);
        }
        return new DatWriter(file, sensor);
    }
}
