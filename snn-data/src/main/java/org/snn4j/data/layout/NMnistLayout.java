package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.io.MnistImages;
import org.snn4j.data.simulate.GeneratedFolder;
import org.snn4j.data.split.Candidate;
import org.snn4j.data.split.Digest;

/**
 * N-MNIST and MNIST below a data folder.
 *
 * <p>Recordings: {@code [n-mnist/]Train/<digit>/<index>.bin} and {@code [n-mnist/]Test/...}; images: MNIST's two training files, with or without {@code .gz}, in
 * {@code mnist/}, {@code MNIST/raw/} or beside the recordings, or in a folder {@code mnist} beside a folder given directly. The index is the position of the
 * picture in MNIST, from 1.
 */
public final class NMnistLayout implements Layout {
    /** Number of digits. */
    public static final int CLASSES = 10;
    /** Rows and columns of the sensor. */
    public static final int SENSOR = 34;

    private static final List<String> RECORDING_FOLDERS = List.of("n-mnist", "N-MNIST", "NMNIST", "");
    private static final List<String> IMAGE_FOLDERS =
            List.of("mnist", "MNIST", "MNIST/raw", "", "../mnist", "../MNIST/raw");
    private static final List<String> IMAGE_FILES = List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte");
    private static final String SUFFIX = ".bin";

    private static final String GET_RECORDINGS =
            "N-MNIST (train.zip and Test.zip) from https://www.garrickorchard.com/datasets/n-mnist,"
                    + " licence CC BY-SA 4.0; unpack them to n-mnist/Train/<digit>/<index>.bin and n-mnist/Test/...";
    private static final String GET_IMAGES =
            "MNIST (train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz) from http://yann.lecun.com/exdb/mnist or"
                    + " https://ossci-datasets.s3.amazonaws.com/mnist; put them into mnist/";

    /** Folders that were found. */
    private record Found(Path root, Path recordings, Path images) {}

    @Override
    public Holdings find(Path data, Stills stills) throws IOException {
        Found found = locate(data);
        MnistImages images = MnistImages.read(
                imageFile(found.images(), IMAGE_FILES.get(0)), imageFile(found.images(), IMAGE_FILES.get(1)), CLASSES);
        List<Recording> recordings = new ArrayList<>(list(found, "Train", Candidate.TRAIN));
        recordings.addAll(list(found, "Test", Candidate.TEST));
        return new Holdings(
                found.root(),
                images.classes(),
                recordings,
                images,
                Decoders.atis(new AtisFormat(), Decoders.settings(SENSOR, SENSOR, ReadSettings.Order.STRICT)),
                generated(found.recordings()));
    }

    /** @throws ConfigurationException if the folder or something in it is missing, saying what to get and where */
    private static Found locate(Path data) {
        if (data == null) {
            throw new ConfigurationException(
                    "data: n-mnist needs a data folder; give it as --data DIR or SNN4J_DATA. Get " + GET_RECORDINGS
                            + "; and " + GET_IMAGES);
        }
        if (!Files.isDirectory(data)) {
            throw new ConfigurationException(
                    "data: " + data + " is no folder; it should hold " + GET_RECORDINGS + "; and " + GET_IMAGES);
        }
        List<String> problems = new ArrayList<>();
        Path recordings = first(
                data,
                RECORDING_FOLDERS,
                folder -> Files.isDirectory(folder.resolve("Train")) && Files.isDirectory(folder.resolve("Test")));
        if (recordings == null) {
            problems.add("data: no folders Train and Test in " + data.resolve(RECORDING_FOLDERS.get(0)) + " or " + data
                    + "; get " + GET_RECORDINGS);
        }
        Path images = first(
                data, IMAGE_FOLDERS, folder -> IMAGE_FILES.stream().allMatch(name -> imageFile(folder, name) != null));
        if (images == null) {
            problems.add("data: no MNIST files in " + data.resolve(IMAGE_FOLDERS.get(0)) + "; get " + GET_IMAGES);
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Found(data, recordings, images);
    }

    private static Path first(Path data, List<String> names, Predicate<Path> fits) {
        return names.stream().map(data::resolve).filter(fits).findFirst().orElse(null);
    }

    private static Path imageFile(Path folder, String name) {
        return Stream.of(name + ".gz", name)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }

    /**
     * Recordings of {@code Train} or {@code Test}, by digit and then by index.
     *
     * @throws ConfigurationException naming every folder and file that has no place here
     */
    private static List<Recording> list(Found place, String part, String own) throws IOException {
        List<String> problems = new ArrayList<>();
        List<Recording> found = new ArrayList<>();
        for (Path folder : entries(place.recordings().resolve(part))) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            int label = number(folder.getFileName().toString());
            if (label < 0 || label >= CLASSES) {
                problems.add("data: class folder " + folder + " is unknown; known: 0 to " + (CLASSES - 1));
                continue;
            }
            for (Path file : entries(folder)) {
                String name = file.getFileName().toString();
                if (!name.endsWith(SUFFIX)) {
                    continue;
                }
                int index = number(name.substring(0, name.length() - SUFFIX.length()));
                if (index < 1) {
                    problems.add("data: " + file + " is not named by the number of its picture, as in 00001.bin");
                } else {
                    found.add(recording(place.root(), file, label, index, own));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        found.sort(Comparator.comparingInt(Recording::label).thenComparingInt(Recording::number));
        return found;
    }

    /** Training recordings show training images; test recordings show test images, which are not among them. */
    private static Recording recording(Path root, Path file, int label, int index, String own) {
        boolean training = own.equals(Candidate.TRAIN);
        return new Recording(
                file,
                Places.relative(root, file),
                label,
                index,
                own,
                Optional.empty(),
                training ? index - 1 : Recording.UNKNOWN,
                training ? "" : "test picture " + index);
    }

    /** True if the recordings are those of a generated folder. */
    private static boolean generated(Path recordings) throws IOException {
        Path above = recordings.toAbsolutePath().normalize().getParent();
        return GeneratedFolder.isGenerated(recordings) || above != null && GeneratedFolder.isGenerated(above);
    }

    /** Number, bytes, and a digest over names and sizes of all files that are read; the same wherever the folder lies. */
    public String fingerprint(Path data) throws IOException {
        Found found = locate(data);
        SortedMap<String, Path> files = new TreeMap<>();
        for (String part : List.of("Train", "Test")) {
            list(found, part, "")
                    .forEach(recording -> files.put(
                            found.recordings()
                                    .relativize(recording.file())
                                    .toString()
                                    .replace('\\', '/'),
                            recording.file()));
        }
        IMAGE_FILES.stream()
                .map(name -> imageFile(found.images(), name))
                .forEach(file -> files.put("images/" + file.getFileName(), file));
        Digest digest = new Digest();
        long bytes = 0;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            long size = Files.size(file.getValue());
            bytes += size;
            digest.add((file.getKey() + "\t" + size + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return "n-mnist: " + files.size() + " files, " + bytes + " bytes, SHA-256 of names and sizes " + digest.hex();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** A name of up to nine digits as a number, otherwise -1. */
    private static int number(String name) {
        return name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : -1;
    }
}
