package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.simulate.GeneratedFolder;

/**
 * N-Caltech101: {@code n-caltech101/Caltech101/<class>/image_<number>.bin}; images: Caltech 101's files of the same class and number, which the recordings
 * are taken to show. Classes are the folders that are there, in alphabetical order, capitals first.
 */
public final class NCaltech101Layout implements Layout {
    /** The class of pictures without an object. */
    public static final String BACKGROUND = "BACKGROUND_Google";
    /** Columns of the sensor. */
    public static final int WIDTH = 240;
    /** Rows of the sensor. */
    public static final int HEIGHT = 180;

    private static final List<String> FOLDERS = List.of(
            "n-caltech101/Caltech101",
            "n-caltech101",
            "N-Caltech101/Caltech101",
            "N-Caltech101",
            "NCALTECH101/Caltech101");

    private final boolean background;
    private final RecordingDecoder decoder;

    /**
     * @param background whether the class of pictures without an object is used
     * @param overflow what a record with y = 240 means, which no pixel of the sensor has
     * @param order what to do where time goes backward
     */
    public NCaltech101Layout(boolean background, AtisFormat.Overflow overflow, ReadSettings.Order order) {
        this.background = background;
        decoder = Decoders.atis(new AtisFormat(overflow), Decoders.settings(WIDTH, HEIGHT, order));
    }

    @Override
    public Holdings find(Path data, Stills stills) throws IOException {
        DatasetCard card = DatasetCards.of("n-caltech101");
        Path root = Places.folder(data, card);
        Path folder = Places.require(root, FOLDERS, NCaltech101Layout::holdsRecordings, card);
        List<Path> classFolders = Places.folders(folder).stream()
                .filter(found -> background || !Places.name(found).equals(BACKGROUND))
                .filter(NCaltech101Layout::hasRecordings)
                .toList();
        List<String> classes = classFolders.stream().map(Places::name).toList();
        LabelledImages images = StillChoice.open(stills, root, classes, () -> ImageSets.caltech101(root, classes));
        Map<String, Integer> shown = stills.own() ? byClassAndNumber(images) : Map.of();
        List<Recording> recordings = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            for (Path file : Places.files(classFolders.get(label), ".bin")) {
                int number = Places.number(file);
                recordings.add(Recording.whole(file, Places.relative(root, file), label, number)
                        .showing(shown.getOrDefault(label + "/" + number, Recording.UNKNOWN)));
            }
        }
        return new Holdings(root, classes, recordings, images, decoder, GeneratedFolder.isGenerated(root));
    }

    private static boolean holdsRecordings(Path folder) {
        try {
            return Places.folders(folder).stream().anyMatch(NCaltech101Layout::hasRecordings);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean hasRecordings(Path folder) {
        try {
            return !Places.files(folder, ".bin").isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, Integer> byClassAndNumber(LabelledImages images) {
        Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < images.size(); i++) {
            indices.put(images.label(i) + "/" + Places.number(Path.of(images.id(i))), i);
        }
        return indices;
    }
}
