package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.simulate.GeneratedFolder;

/**
 * N-Omniglot: {@code n-omniglot/dvs_background/<alphabet>/<character>/} and {@code dvs_evaluation}, each with one AEDAT 4 file and one CSV file whose second and
 * third columns are the first microsecond of a sample and the first after it. Images: Omniglot's; sample i of a character shows the drawing of its i-th
 * drawer.
 */
public final class NOmniglotLayout implements Layout {
    /** Columns of the sensor. */
    public static final int WIDTH = 346;
    /** Rows of the sensor. */
    public static final int HEIGHT = 260;

    private static final List<String> FOLDERS = List.of("n-omniglot", "N-Omniglot", "NOmniglot", "");
    private static final List<String> PARTS = List.of("dvs_background", "dvs_evaluation");

    private final RecordingDecoder decoder;

    /** @param order what to do where time goes backward */
    public NOmniglotLayout(ReadSettings.Order order) {
        decoder = Decoders.any(Decoders.settings(WIDTH, HEIGHT, order));
    }

    @Override
    public Holdings find(Path data, Stills stills) throws IOException {
        DatasetCard card = DatasetCards.of("n-omniglot");
        Path root = Places.folder(data, card);
        Path folder = Places.require(root, FOLDERS, place -> Files.isDirectory(place.resolve(PARTS.get(0))), card);
        List<Path> characters = characters(folder);
        List<String> classes = characters.stream()
                .map(character -> Places.name(character.getParent()) + "/" + Places.name(character))
                .toList();
        LabelledImages images = StillChoice.open(stills, root, classes, () -> ImageSets.omniglot(root, classes));
        Map<String, Integer> shown = new HashMap<>();
        for (int i = 0; stills.own() && i < images.size(); i++) {
            shown.put(images.label(i) + "/" + Places.number(Path.of(images.id(i))), i);
        }
        List<Recording> recordings = new ArrayList<>();
        for (int label = 0; label < characters.size(); label++) {
            recordings.addAll(samples(root, characters.get(label), label, shown));
        }
        return new Holdings(root, classes, recordings, images, decoder, GeneratedFolder.isGenerated(root));
    }

    private static List<Path> characters(Path folder) throws IOException {
        List<Path> characters = new ArrayList<>();
        for (String part : PARTS) {
            if (Files.isDirectory(folder.resolve(part))) {
                for (Path alphabet : Places.folders(folder.resolve(part))) {
                    characters.addAll(Places.folders(alphabet));
                }
            }
        }
        return characters;
    }

    private static List<Recording> samples(Path root, Path character, int label, Map<String, Integer> shown)
            throws IOException {
        Path file = only(character, ".aedat4");
        List<long[]> rows = Tables.read(only(character, ".csv"), 1, 2);
        List<Recording> samples = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int number = i + 1;
            samples.add(new Recording(
                    file,
                    Places.relative(root, file) + "#" + number,
                    label,
                    number,
                    "",
                    Optional.of(new Span(rows.get(i)[0], rows.get(i)[1])),
                    shown.getOrDefault(label + "/" + number, Recording.UNKNOWN),
                    ""));
        }
        return samples;
    }

    private static Path only(Path folder, String suffix) throws IOException {
        List<Path> files = Places.files(folder, suffix);
        if (files.size() != 1) {
            throw new ConfigurationException(
                    "data: " + folder + " holds " + files.size() + " files *" + suffix + ", must hold one");
        }
        return files.get(0);
    }
}
