package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.io.ImageFiles;
import org.snn4j.data.simulate.GeneratedFolder;

/**
 * CEP-DVS: {@code cep-dvs/data/MAT/img/<n>.mat}, images {@code cep-dvs/data/img/<n>.*}, and {@code cep-dvs/pathFile.csv}, whose row n behind the heading has
 * the class name as its fifth word. Recording n shows image n, by number and not by position in a list.
 */
public final class CepDvsLayout implements Layout {
    /** Class names in the order of their labels at He et al. */
    public static final List<String> CLASSES = List.of(
            "aquatic_mammals",
            "fish",
            "flowers",
            "food_containers",
            "fruit_and_vegetables",
            "household_electrical_devices",
            "household_furniture",
            "insects",
            "large_carnivores",
            "large_man-made_outdoor_things",
            "large_natural_outdoor_scenes",
            "large_omnivores_and_herbivores",
            "medium_mammals",
            "non-insect_invertebrates",
            "people",
            "reptiles",
            "small_mammals",
            "trees",
            "vehicles_1",
            "vehicles_2");

    private static final List<String> FOLDERS = List.of("cep-dvs", "CEP-DVS", "");
    private static final String RECORDINGS = "data/MAT/img";
    private static final String IMAGES = "data/img";
    private static final String TABLE = "pathFile.csv";
    private static final int CLASS_WORD = 4;

    private final RecordingDecoder decoder;

    /**
     * @param sensor field that events must lie in
     * @param order what to do where time goes backward
     */
    public CepDvsLayout(Sensor sensor, ReadSettings.Order order) {
        decoder = Decoders.any(Decoders.settings(sensor.width(), sensor.height(), order));
    }

    @Override
    public Holdings find(Path data, Stills stills) throws IOException {
        DatasetCard card = DatasetCards.of("cep-dvs");
        Path root = Places.folder(data, card);
        Path folder = Places.require(
                root,
                FOLDERS,
                place -> Files.isDirectory(place.resolve(RECORDINGS)) && Files.isRegularFile(place.resolve(TABLE)),
                card);
        int[] labels = labels(folder.resolve(TABLE));
        LabelledImages images = StillChoice.open(stills, root, CLASSES, () -> images(root, folder, labels));
        Map<Integer, Integer> shown = new HashMap<>();
        for (int i = 0; stills.own() && i < images.size(); i++) {
            shown.put(Places.number(Path.of(images.id(i))), i);
        }
        List<Recording> recordings = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : Places.files(folder.resolve(RECORDINGS), ".mat")) {
            int number = Places.number(file);
            if (number < 0 || number >= labels.length) {
                problems.add("data: " + file + " has no row in " + folder.resolve(TABLE) + ", which has "
                        + labels.length + " behind its heading");
                continue;
            }
            recordings.add(Recording.whole(file, Places.relative(root, file), labels[number], number)
                    .showing(shown.getOrDefault(number, Recording.UNKNOWN)));
        }
        Listing.refuse(problems);
        recordings.sort(Comparator.comparingInt(Recording::label).thenComparingInt(Recording::number));
        return new Holdings(root, CLASSES, recordings, images, decoder, GeneratedFolder.isGenerated(root));
    }

    private static LabelledImages images(Path root, Path folder, int[] labels) throws IOException {
        return ImageFiles.of(root, List.of(folder.resolve(IMAGES)), CLASSES, path -> {
            int number = Places.number(Path.of(path));
            return number >= 0 && number < labels.length ? labels[number] : -1;
        });
    }

    /** Labels by row; every row must name a class. */
    private static int[] labels(Path table) throws IOException {
        byte[] bytes = Files.readAllBytes(table);
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        List<Integer> labels = new ArrayList<>();
        long offset = lines[0].length() + 1L;
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                String[] words = lines[i].strip().split("\\s+");
                int label = words.length > CLASS_WORD ? CLASSES.indexOf(words[CLASS_WORD]) : -1;
                if (label < 0) {
                    throw new DataFormatException(
                            table, offset, "'" + lines[i].strip() + "'", "a row whose fifth word is one of " + CLASSES);
                }
                labels.add(label);
            }
            offset += lines[i].length() + 1L;
        }
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }
}
