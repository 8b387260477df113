package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.simulate.GeneratedFolder;

/**
 * ASL-DVS: {@code asl-dvs/<letter>/<name>.mat}. Rows count from the bottom in the files and are turned here, as tonic does. There are no images, and no split of
 * its own.
 */
public final class AslDvsLayout implements Layout {
    /** Columns of the sensor. */
    public static final int WIDTH = 240;
    /** Rows of the sensor. */
    public static final int HEIGHT = 180;

    private static final List<String> FOLDERS = List.of("asl-dvs", "ASL-DVS", "ASLDVS", "");

    private final RecordingDecoder decoder;

    /** @param order what to do where time goes backward */
    public AslDvsLayout(ReadSettings.Order order) {
        RecordingDecoder read = Decoders.any(Decoders.settings(WIDTH, HEIGHT, order));
        decoder = (file, digest) -> read.decode(file, digest).flipped();
    }

    @Override
    public Holdings find(Path data, Stills stills) throws IOException {
        DatasetCard card = DatasetCards.of("asl-dvs");
        Path root = Places.folder(data, card);
        Path folder = Places.require(root, FOLDERS, AslDvsLayout::holdsLetters, card);
        List<Path> letters = letters(folder);
        List<String> classes = letters.stream().map(Places::name).toList();
        List<Recording> recordings = new ArrayList<>();
        for (int label = 0; label < letters.size(); label++) {
            List<Recording> found = new ArrayList<>();
            for (Path file : Places.files(letters.get(label), ".mat")) {
                found.add(Recording.whole(file, Places.relative(root, file), label, Places.number(file)));
            }
            found.sort(Comparator.comparingInt(Recording::number).thenComparing(Recording::path));
            recordings.addAll(found);
        }
        LabelledImages images = StillChoice.without(card.name(), stills, root, classes);
        return new Holdings(root, classes, recordings, images, decoder, GeneratedFolder.isGenerated(root));
    }

    private static boolean holdsLetters(Path folder) {
        try {
            return !letters(folder).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> letters(Path folder) throws IOException {
        List<Path> letters = new ArrayList<>();
        for (Path found : Places.folders(folder)) {
            if (Places.name(found).matches("[a-z]")
                    && !Places.files(found, ".mat").isEmpty()) {
                letters.add(found);
            }
        }
        return letters;
    }
}
