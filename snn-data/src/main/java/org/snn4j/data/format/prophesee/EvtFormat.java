package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;

/** What the three encodings of RAW files have in common: the header names encoding and sensor. */
abstract class EvtFormat implements RecordingFormat {
    /** Bits of a column or a row. */
    static final int LARGEST = 1 << 11;

    private final String version;
    private final String encoding;

    /** @param version as in {@code % evt}   @param encoding as in {@code % format} */
    EvtFormat(String version, String encoding) {
        this.version = version;
        this.encoding = encoding;
    }

    /** Opens the events behind a header. */
    abstract BlockReader reader(
            FileInput input, int start, Options options, ReadSettings settings, Optional<Sensor> sensor);

    /** Begins a file whose header has these lines. */
    abstract EventWriter writer(Path file, Sensor sensor, String header) throws IOException;

    /** The options behind the encoding's name in {@code % format}. */
    record Options(TextHeader header, Map<String, String> values) {}

    @Override
    public final String name() {
        return "evt-" + (version.endsWith(".0") ? version.substring(0, 1) : version);
    }

    @Override
    public final String title() {
        return "Prophesee RAW EVT " + version;
    }

    @Override
    public final List<String> extensions() {
        return List.of(".raw");
    }

    @Override
    public final Match match(FileStart start) {
        return TextHeader.of(start).filter(this::isNamed).isPresent() ? Match.CERTAIN : Match.NONE;
    }

    private boolean isNamed(TextHeader header) {
        Optional<String> format = header.value("format");
        return format.isPresent()
                ? encodingOf(format.get()).equals(encoding)
                : header.value("evt").filter(version::equals).isPresent();
    }

    private static String encodingOf(String format) {
        int end = format.indexOf(';');
        return (end < 0 ? format : format.substring(0, end)).strip().toUpperCase(Locale.ROOT);
    }

    @Override
    public final EventReader open(Path file, ReadSettings settings) throws IOException {
        FileInput input = FileInput.open(file);
        try {
            TextHeader header = TextHeader.read(input);
            if (!isNamed(header)) {
                throw header.damage(
                        header.value("format").isPresent() ? "format" : "evt",
                        "'% evt " + version + "' or '% format " + encoding + "'");
            }
            Options options = new Options(header, options(header));
            return reader(input, header.length(), options, settings, sensor(options));
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    private static Map<String, String> options(TextHeader header) {
        Map<String, String> options = new HashMap<>();
        String[] parts = header.value("format").orElse("").split(";");
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 0) {
                throw header.damage("format", "options as name=value");
            }
            options.put(
                    parts[i].substring(0, equals).strip().toLowerCase(Locale.ROOT),
                    parts[i].substring(equals + 1).strip());
        }
        return options;
    }

    private static Optional<Sensor> sensor(Options options) {
        String width = options.values().get("width");
        String height = options.values().get("height");
        if (width != null && height != null) {
            return Optional.of(options.header().sensor("format", width, height));
        }
        Optional<String> geometry = options.header().value("geometry");
        return geometry.isPresent()
                ? Optional.of(options.header().geometry("geometry", geometry.get()))
                : options.header().widthAndHeight();
    }

    @Override
    public final boolean writable() {
        return true;
    }

    @Override
    public final EventWriter create(Path file, Sensor sensor) throws IOException {
        if (sensor.width() > LARGEST || sensor.height() > LARGEST) {
            throw new IllegalArgumentException(
                    title() + " has sensors of up to " + LARGEST + "x" + LARGEST + ", not " + sensor);
        }
        String header = "% evt " + version + "\n% format " + encoding + ";height=" + sensor.height() + ";width="
                + sensor.width() + "\n% geometry " + sensor + "\n% end\n";
        return writer(file, sensor, header);
    }
}
