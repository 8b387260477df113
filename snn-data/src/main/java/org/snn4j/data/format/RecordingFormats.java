package org.snn4j.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.snn4j.core.Check;
import org.snn4j.core.Suggestion;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;

/** All formats of recordings; immutable, safe for several threads. */
public final class RecordingFormats {
    /** After so many events a reader may know better how many there are. */
    private static final int CHUNK = 1 << 16;

    private static final int LARGE_CHUNK = 1 << 24;
    private static final int SMALLEST_EVENT = 4;
    private static final int MOST_AT_ONCE = 1 << 26;

    private final List<RecordingFormat> formats;

    /** @param formats formats to choose from; of those that match a file equally well the first is taken */
    public RecordingFormats(List<RecordingFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /**
     * Every format that the class path names in {@code META-INF/services/org.snn4j.data.format.RecordingFormat}: those of this library and those of plug-ins,
     * found once.
     *
     * @throws java.util.ServiceConfigurationError if a named format cannot be made
     */
    public static RecordingFormats standard() {
        return Standard.FORMATS;
    }

    /**
     * The format of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public RecordingFormat named(String name) {
        return formats.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no format '" + name + "'"
                        + Suggestion.known(
                                name,
                                formats.stream().map(RecordingFormat::name).toList())));
    }

    /** The formats, in the order in which they are tried. */
    public List<RecordingFormat> all() {
        return formats;
    }

    /**
     * The format of a file, of one that is cut as well.
     *
     * @throws DataFormatException if no format matches
     * @throws IOException if the file cannot be read
     */
    public RecordingFormat recognise(Path file) throws IOException {
        FileStart start = FileStart.of(Check.notNull(file, "file"));
        return find(start, RecordingFormat.Match.CUT)
                .orElseThrow(() -> new DataFormatException(
                        file,
                        0,
                        start.length() == 0 ? "an empty file" : "none of the known formats",
                        formats.stream().map(RecordingFormat::title).collect(Collectors.joining(", "))));
    }

    /**
     * The format that matches a file best.
     *
     * @param least how sure the match must be
     * @return empty if none is
     */
    public Optional<RecordingFormat> find(FileStart start, RecordingFormat.Match least) {
        RecordingFormat best = null;
        RecordingFormat.Match match = RecordingFormat.Match.NONE;
        for (RecordingFormat format : formats) {
            RecordingFormat.Match found = format.match(start);
            if (found.compareTo(match) > 0 && found.compareTo(least) >= 0) {
                best = format;
                match = found;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Reads a whole recording of any format.
     *
     * @throws DataFormatException if the file is damaged or of no known format
     * @throws IOException if the file cannot be read
     */
    public EventStream read(Path file, ReadSettings settings) throws IOException {
        return read(recognise(file), file, settings);
    }

    /** Reads a whole recording of a given format; see {@link #read(Path, ReadSettings)}. */
    public static EventStream read(RecordingFormat format, Path file, ReadSettings settings) throws IOException {
        try (EventReader reader = format.open(file, settings)) {
            return rest(reader, Files.size(file));
        }
    }

    /**
     * What an open recording still has; its sensor, if nobody states it, is the smallest that holds the events.
     *
     * @param bytes length of the file or part that the events come from, for a first guess of their number
     * @throws DataFormatException if the file is damaged
     */
    public static EventStream rest(EventReader reader, long bytes) throws IOException {
        int first = expected(reader, bytes);
        EventColumns columns = new EventColumns(first > 0 ? first : (int) Math.min(CHUNK, bytes / SMALLEST_EVENT + 1));
        int most = CHUNK;
        while (reader.read(columns, most) > 0) {
            most = LARGE_CHUNK;
            if (columns.room() < most) {
                columns.reserve(expected(reader, bytes));
            }
        }
        Sensor sensor = reader.sensor().orElseGet(() -> smallest(columns));
        return columns.release(sensor.width(), sensor.height());
    }

    /** Events to make room for at once: no more than one for each byte, whatever the file says. */
    private static int expected(EventReader reader, long bytes) throws IOException {
        return (int) Math.min(Math.min(reader.expected(), bytes), MOST_AT_ONCE);
    }

    /** The formats of the class path, looked up when they are first asked for. */
    private static final class Standard {
        static final RecordingFormats FORMATS = new RecordingFormats(
                ServiceLoader.load(RecordingFormat.class, RecordingFormat.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());

        private Standard() {}
    }

    private static Sensor smallest(EventColumns columns) {
        int width = 1;
        int height = 1;
        for (int i = 0; i < columns.size(); i++) {
            width = Math.max(width, columns.x(i) + 1);
            height = Math.max(height, columns.y(i) + 1);
        }
        return new Sensor(width, height);
    }
}
