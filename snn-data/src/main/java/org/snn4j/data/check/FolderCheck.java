package org.snn4j.data.check;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snn4j.core.Check;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.UnsupportedContentException;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormat.Match;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.Sensor;

/**
 * Reads every recording below a folder to its end, also behind links. Immutable, safe for several threads. What the system cannot read counts as damaged, and the others are
 * read all the same.
 *
 * <p>A file is a recording if its content says so, or if its name and its content allow it. A file that is none counts as a damaged recording where files with
 * the same ending beside it, or in the folders beside its own, are recordings; then it is read as one of those. It also counts as one if it can be told that it
 * was cut. All others are left alone and counted.
 */
public final class FolderCheck {
    private static final int CHUNK = 1 << 16;

    /** Sensors of recordings whose format has none, by what a folder above them is called. */
    private static final Map<String, Sensor> SENSORS = Map.of(
            "n-mnist", new Sensor(34, 34),
            "cifar10-dvs", new Sensor(128, 128),
            "dvs128-gesture", new Sensor(128, 128),
            "n-omniglot", new Sensor(346, 260));

    private final RecordingFormats formats;

    /**
     * A recording that cannot be read.
     *
     * @param file the file
     * @param offset first wrong byte, from 0
     * @param message file, byte, what was found and expected
     * @param unsupported whether it may well be whole and holds what is not read
     */
    public record Damage(Path file, long offset, String message, boolean unsupported) {}

    /**
     * What was found.
     *
     * @param recordings recordings, with those that cannot be read
     * @param events events of those that can
     * @param formats number of recordings by title of their format
     * @param damaged damaged ones, by path
     * @param unsupported those that hold what is not read, by path
     * @param others files that are no recordings, by path
     */
    public record Report(
            int recordings,
            long events,
            Map<String, Integer> formats,
            List<Damage> damaged,
            List<Damage> unsupported,
            List<Path> others) {}

    /** A file and what it is read as; {@code format} is null for no recording. */
    private record Candidate(Path file, RecordingFormat format) {}

    /** What reading gave: the number of events, or the damage. */
    private record Outcome(Candidate candidate, long events, Damage damage) {}

    public FolderCheck(RecordingFormats formats) {
        this.formats = Check.notNull(formats, "formats");
    }

    /**
     * Checks a folder, or a single file.
     *
     * @param settings how to read; without a sensor, that of the data set is taken that a folder above a recording is named after, if any
     * @throws IOException if the folder cannot be read
     */
    public Report check(Path folder, ReadSettings settings) throws IOException {
        List<Damage> unreadable = new ArrayList<>();
        List<Candidate> candidates = candidates(files(folder, unreadable), unreadable);
        List<Outcome> outcomes = candidates.parallelStream()
                .filter(candidate -> candidate.format() != null)
                .map(candidate -> read(candidate, settings))
                .toList();
        return report(candidates, outcomes, unreadable);
    }

    /** The files below a folder, in order. Folders, links and files that cannot be read are added to {@code unreadable}. */
    private static List<Path> files(Path folder, List<Damage> unreadable) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            files.add(file);
                        } else if (attributes.isSymbolicLink()) {
                            unreadable.add(unreadable(file, "a link to nothing"));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        unreadable.add(unreadable(file, "cannot be read (" + e + ")"));
                        return FileVisitResult.CONTINUE;
                    }
                });
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static Damage unreadable(Path file, String message) {
        return new Damage(file, 0, file + ": " + message, false);
    }

    private static Report report(List<Candidate> candidates, List<Outcome> outcomes, List<Damage> unreadable) {
        Map<String, Integer> titles = new TreeMap<>();
        outcomes.forEach(outcome -> titles.merge(outcome.candidate().format().title(), 1, Integer::sum));
        return new Report(
                outcomes.size(),
                outcomes.stream().mapToLong(Outcome::events).sum(),
                titles,
                Stream.concat(damages(outcomes, false).stream(), unreadable.stream())
                        .sorted(Comparator.comparing(Damage::file))
                        .toList(),
                damages(outcomes, true),
                candidates.stream()
                        .filter(candidate -> candidate.format() == null)
                        .map(Candidate::file)
                        .toList());
    }

    private static List<Damage> damages(List<Outcome> outcomes, boolean unsupported) {
        return outcomes.stream()
                .map(Outcome::damage)
                .filter(damage -> damage != null && damage.unsupported() == unsupported)
                .toList();
    }

    private List<Candidate> candidates(List<Path> files, List<Damage> unreadable) {
        Map<Path, FileStart> starts = new TreeMap<>();
        for (Path file : files) {
            try {
                starts.put(file, FileStart.of(file));
            } catch (IOException e) {
                unreadable.add(unreadable(file, "cannot be read (" + e + ")"));
            }
        }
        Map<Path, RecordingFormat> recognised = new HashMap<>();
        starts.forEach(
                (file, start) -> formats.find(start, Match.POSSIBLE).ifPresent(format -> recognised.put(file, format)));
        Map<String, Map<RecordingFormat, Integer>> usual = new HashMap<>();
        recognised.forEach((file, format) ->
                usual.computeIfAbsent(family(file), key -> new HashMap<>()).merge(format, 1, Integer::sum));
        List<Candidate> candidates = new ArrayList<>();
        starts.forEach((file, start) -> {
            RecordingFormat format =
                    recognised.getOrDefault(file, mostFrequent(usual.getOrDefault(family(file), Map.of())));
            candidates.add(new Candidate(
                    file, format == null ? formats.find(start, Match.CUT).orElse(null) : format));
        });
        return candidates;
    }

    private static RecordingFormat mostFrequent(Map<RecordingFormat, Integer> counts) {
        return counts.entrySet().stream()
                .max(Comparator.<Map.Entry<RecordingFormat, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(entry -> entry.getKey().name()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Files of one family have the same ending and lie in the same folder or in folders side by side. */
    private static String family(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        Path folder = file.toAbsolutePath().getParent();
        Path above = folder.getParent() == null ? folder : folder.getParent();
        return above + "|" + name.substring(Math.max(0, name.lastIndexOf('.')));
    }

    private static Outcome read(Candidate candidate, ReadSettings settings) {
        ReadSettings own = settings.sensor().isPresent() ? settings : withSensorOf(candidate.file(), settings);
        try (EventReader reader = candidate.format().open(candidate.file(), own)) {
            long events = 0;
            EventColumns columns = new EventColumns(CHUNK);
            for (int count = reader.read(columns, CHUNK); count > 0; count = reader.read(columns, CHUNK)) {
                events += count;
                columns = new EventColumns(CHUNK);
            }
            return new Outcome(candidate, events, null);
        } catch (DataFormatException e) {
            return new Outcome(
                    candidate,
                    0,
                    new Damage(candidate.file(), e.offset(), e.getMessage(), e instanceof UnsupportedContentException));
        } catch (IOException e) {
            return new Outcome(candidate, 0, unreadable(candidate.file(), "cannot be read (" + e + ")"));
        }
    }

    private static ReadSettings withSensorOf(Path file, ReadSettings settings) {
        for (Path part : file.toAbsolutePath()) {
            String name = part.toString().toLowerCase(Locale.ROOT);
            for (Map.Entry<String, Sensor> entry : SENSORS.entrySet()) {
                if (name.startsWith(entry.getKey())) {
                    return settings.withSensor(
                            entry.getValue().width(), entry.getValue().height());
                }
            }
        }
        return settings;
    }
}
