package org.snn4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.Sensor;

/**
 * Files that compare-data.sh reads, made of real recordings: {@code tiled.aedat4}, {@code tiled.raw} (EVT 2.0) and {@code tiled.aedat} (AEDAT 2.0, the
 * recordings of N-MNIST one after the other), {@code long.raw} (EVT 2.0), and {@code n-mnist/<digit>/<index>-<copy>.bin}. A recording is repeated until there are
 * enough events, each time behind the one before.
 *
 * <p>Arguments: data folder, target folder, events of the tiled files, bytes of the long file, copies of N-MNIST.
 */
public final class DataFiles {
    private static final Sensor DVS128 = new Sensor(128, 128);
    private static final int EVT2_EVENT = 4;

    private DataFiles() {}

    /** Writes the files. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        long events = Long.parseLong(arguments[2]);
        long bytes = Long.parseLong(arguments[3]);
        List<Path> recordings = recordings(data);
        copy(recordings, target.resolve("n-mnist"), Integer.parseInt(arguments[4]));
        EventStream aedat4 = read(data.resolve("format-samples/davis346.aedat4"));
        EventStream evt2 = read(data.resolve("format-samples/evt2.raw"));
        tile("aedat-4", List.of(aedat4), sensor(aedat4), target.resolve("tiled.aedat4"), events);
        tile("evt-2", List.of(evt2), sensor(evt2), target.resolve("tiled.raw"), events);
        tile("evt-2", List.of(evt2), sensor(evt2), target.resolve("long.raw"), bytes / EVT2_EVENT);
        List<EventStream> digits =
                recordings.stream().map(DataBenchmark::readDigit).toList();
        tile("aedat-2", digits, DVS128, target.resolve("tiled.aedat"), events);
    }

    /** The recordings of N-MNIST, in the order of their paths. */
    private static List<Path> recordings(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("n-mnist/Train"))) {
            return files.filter(file -> file.toString().endsWith(".bin"))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(List<Path> recordings, Path target, int copies) throws IOException {
        for (Path recording : recordings) {
            byte[] bytes = Files.readAllBytes(recording);
            String name = recording.getFileName().toString().replace(".bin", "");
            Path folder = target.resolve(recording.getParent().getFileName().toString());
            Files.createDirectories(folder);
            for (int i = 0; i < copies; i++) {
                Files.write(folder.resolve(name + "-" + i + ".bin"), bytes);
            }
        }
    }

    private static EventStream read(Path file) throws IOException {
        return RecordingFormats.standard().read(file, ReadSettings.DEFAULTS);
    }

    private static Sensor sensor(EventStream events) {
        return new Sensor(events.width(), events.height());
    }

    private static void tile(String format, List<EventStream> parts, Sensor sensor, Path file, long events)
            throws IOException {
        RecordingFormat written = RecordingFormats.standard().named(format);
        long time = 0;
        long count = 0;
        try (EventWriter writer = written.create(file, sensor)) {
            for (int i = 0; count < events; i = (i + 1) % parts.size()) {
                EventStream part = parts.get(i);
                writer.write(moved(part, time - part.firstTime(), sensor));
                time += part.lastTime() - part.firstTime() + 1;
                count += part.size();
            }
            writer.commit();
        }
    }

    private static EventStream moved(EventStream part, long delay, Sensor sensor) {
        EventColumns columns = new EventColumns(part.size());
        for (int i = 0; i < part.size(); i++) {
            columns.add(part.x(i), part.y(i), part.polarity(i), part.time(i) + delay);
        }
        return columns.toStream(sensor.width(), sensor.height());
    }
}
