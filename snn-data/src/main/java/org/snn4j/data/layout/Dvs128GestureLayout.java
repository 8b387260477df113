package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.aedat.Aedat31Format;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.simulate.GeneratedFolder;
import org.snn4j.data.split.Candidate;

/**
 * DVS128 Gesture: AEDAT 3.1 files named in {@code trials_to_train.txt} and {@code trials_to_test.txt}, each with a file {@code <name>_labels.csv} of class (from 1),
 * first microsecond and first microsecond after it. As in SpikingJelly each row is a recording; there are no images.
 */
public final class Dvs128GestureLayout implements Layout {
    /** Rows and columns of the sensor. */
    public static final int SIDE = 128;
    /** Number of gestures. */
    public static final int GESTURES = 11;

    private static final List<String> CLASSES =
            IntStream.rangeClosed(1, GESTURES).mapToObj(Integer::toString).toList();
    private static final List<String> FOLDERS =
            List.of("dvs128-gesture/DvsGesture", "dvs128-gesture", "DvsGesture", "DVS128Gesture/DvsGesture", "");
    private static final String TRAIN = "trials_to_train.txt";
    private static final String TEST = "trials_to_test.txt";

    private final RecordingDecoder decoder;

    /** @param order what to do where time goes backward */
    public Dvs128GestureLayout(ReadSettings.Order order) {
        decoder = Decoders.of(new Aedat31Format(), Decoders.settings(SIDE, SIDE, order));
    }

    @Override
    public Holdings find(Path data, Stills stills) throws IOException {
        DatasetCard card = DatasetCards.of("dvs128-gesture");
        Path root = Places.folder(data, card);
        Path folder = Places.require(
                root,
                FOLDERS,
                place -> Files.isRegularFile(place.resolve(TRAIN)) && Files.isRegularFile(place.resolve(TEST)),
                card);
        List<Recording> recordings = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        add(recordings, problems, root, folder, TRAIN, Candidate.TRAIN);
        add(recordings, problems, root, folder, TEST, Candidate.TEST);
        Listing.refuse(problems);
        recordings.sort(Comparator.comparingInt(Recording::label));
        LabelledImages images = StillChoice.without(card.name(), stills, root, CLASSES);
        return new Holdings(root, CLASSES, recordings, images, decoder, GeneratedFolder.isGenerated(root));
    }

    private static void add(
            List<Recording> recordings, List<String> problems, Path root, Path folder, String list, String part)
            throws IOException {
        for (String name : Files.readAllLines(folder.resolve(list), StandardCharsets.ISO_8859_1)) {
            if (name.isBlank()) {
                continue;
            }
            Path file = folder.resolve(name.strip());
            if (!file.normalize().startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                problems.add("data: " + folder.resolve(list) + " names " + name.strip() + ", which is not there");
                continue;
            }
            String stem = Places.name(file).replaceFirst("\\.aedat$", "");
            Path labels = file.resolveSibling(stem + "_labels.csv");
            if (!Files.isRegularFile(labels)) {
                problems.add("data: " + file + " lacks its labels, " + Places.name(labels));
                continue;
            }
            recordings.addAll(gestures(root, file, labels, part));
        }
    }

    private static List<Recording> gestures(Path root, Path file, Path labels, String part) throws IOException {
        List<Recording> found = new ArrayList<>();
        for (long[] row : Tables.read(labels, 0, 1, 2)) {
            if (row[0] < 1 || row[0] > GESTURES) {
                throw new DataFormatException(labels, 0, "class " + row[0], "a class from 1 to " + GESTURES);
            }
            int number = found.size() + 1;
            if (row[2] <= row[1]) {
                throw new ConfigurationException("data: " + labels + ": gesture " + number + " is from " + row[1]
                        + " to " + row[2] + " us, must end after it begins");
            }
            found.add(new Recording(
                    file,
                    Places.relative(root, file) + "#" + number,
                    (int) row[0] - 1,
                    number,
                    part,
                    Optional.of(new Span(row[1], row[2])),
                    Recording.UNKNOWN,
                    ""));
        }
        return found;
    }
}
