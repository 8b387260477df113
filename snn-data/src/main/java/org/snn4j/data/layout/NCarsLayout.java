package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.simulate.GeneratedFolder;
import org.snn4j.data.split.Candidate;

/** N-CARS: Prophesee DAT files in {@code n-cars/train/<class>/} and {@code n-cars/test/<class>/}; there are no images. */
public final class NCarsLayout implements Layout {
    /** Columns of the largest clip. */
    public static final int WIDTH = 120;
    /** Rows of the largest clip. */
    public static final int HEIGHT = 100;

    private static final List<String> CLASSES = List.of("background", "cars");
    private static final List<String> FOLDERS = List.of("n-cars", "N-CARS", "NCARS", "Prophesee_Dataset_n_cars", "");

    private final RecordingDecoder decoder;

    /** @param order what to do where time goes backward */
    public NCarsLayout(ReadSettings.Order order) {
        decoder = Decoders.any(Decoders.settings(WIDTH, HEIGHT, order));
    }

    @Override
    public Holdings find(Path data, Stills stills) throws IOException {
        DatasetCard card = DatasetCards.of("n-cars");
        Path root = Places.folder(data, card);
        Path folder = Places.require(
                root, FOLDERS, place -> part(place, "train") != null && part(place, "test") != null, card);
        List<Recording> recordings = new ArrayList<>();
        for (int label = 0; label < CLASSES.size(); label++) {
            for (String own : List.of(Candidate.TRAIN, Candidate.TEST)) {
                for (Path file : Places.files(part(folder, own).resolve(CLASSES.get(label)), ".dat")) {
                    recordings.add(Recording.whole(file, Places.relative(root, file), label, Places.number(file))
                            .in(own));
                }
            }
        }
        LabelledImages images = StillChoice.without(card.name(), stills, root, CLASSES);
        return new Holdings(root, CLASSES, recordings, images, decoder, GeneratedFolder.isGenerated(root));
    }

    private static Path part(Path folder, String name) {
        for (String place : List.of(name, "n-cars_" + name, "ncars-" + name)) {
            Path part = folder.resolve(place);
            if (CLASSES.stream().allMatch(known -> Files.isDirectory(part.resolve(known)))) {
                return part;
            }
        }
        return null;
    }
}
