package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.io.Cifar10File;
import org.snn4j.data.io.ImageFiles;
import org.snn4j.data.io.JoinedImages;
import org.snn4j.data.io.MnistImages;

/** Finds the still images that papers use with recordings, and folders of images. */
public final class ImageSets {
    private static final String HINT = "; or train on recordings only with 'data.stills: none'";
    private static final List<String> MNIST_FILES = List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte");
    private static final List<String> CIFAR_FOLDERS =
            List.of("cifar-10", "cifar-10-batches-bin", "cifar-10/cifar-10-batches-bin");
    private static final List<String> CALTECH_FOLDERS =
            List.of("caltech101", "caltech-101", "Caltech101", "caltech101/caltech-101");
    private static final List<String> OMNIGLOT_FOLDERS = List.of("omniglot", "omniglot-py", "omniglot/python");

    private ImageSets() {}

    /** The training part of MNIST: two IDX files, packed or not. */
    public static LabelledImages mnist(Path data) throws IOException {
        Path folder = Places.first(data, List.of("mnist", "MNIST", "MNIST/raw", ""), place -> MNIST_FILES.stream()
                        .allMatch(name -> packed(place, name) != null))
                .orElseThrow(() -> missing(data, "mnist"));
        return MnistImages.read(packed(folder, MNIST_FILES.get(0)), packed(folder, MNIST_FILES.get(1)), 10);
    }

    private static Path packed(Path folder, String name) {
        Path file = folder.resolve(name + ".gz");
        Path plain = folder.resolve(name);
        return Files.isRegularFile(file) ? file : Files.isRegularFile(plain) ? plain : null;
    }

    /**
     * The training part of CIFAR-10: the five binary batches, or folders or a zip archive {@code train/<class>/<image>}, or some of the batches. Python's batches
     * are refused, since reading them could run code.
     */
    public static LabelledImages cifar10(Path data) throws IOException {
        for (String name : CIFAR_FOLDERS) {
            Path folder = data.resolve(name);
            if (Files.isDirectory(folder)) {
                LabelledImages found = cifar10In(data, folder);
                if (found.size() > 0) {
                    return found;
                }
            }
        }
        if (isPython(data.resolve("cifar-10-batches-py")) || isPython(data.resolve("cifar-10"))) {
            throw new ConfigurationException(
                    "data: " + data + " holds the Python version of CIFAR-10 (pickled batches),"
                            + " which is not read because loading it could run code; get "
                            + DatasetCards.of("cifar-10").toGet());
        }
        throw missing(data, "cifar-10");
    }

    private static boolean isPython(Path folder) {
        return Files.isRegularFile(folder.resolve("data_batch_1"));
    }

    private static LabelledImages cifar10In(Path data, Path folder) throws IOException {
        List<Path> batches = Places.files(folder, ".bin").stream()
                .filter(file -> Places.name(file).startsWith("data_batch_"))
                .toList();
        long whole = batches.stream()
                .filter(file -> Places.name(file).matches("data_batch_[1-5]\\.bin"))
                .count();
        if (whole < 5) {
            List<Path> pictures = new ArrayList<>(Places.files(folder, ".zip"));
            pictures.removeIf(file -> !Places.name(file).contains("train"));
            if (Files.isDirectory(folder.resolve("train"))) {
                pictures = List.of(folder.resolve("train"));
            }
            if (!pictures.isEmpty()) {
                return ImageFiles.of(data, pictures, Cifar10File.CLASSES, byFolder(Cifar10File.CLASSES));
            }
        }
        List<LabelledImages> read = new ArrayList<>();
        for (Path batch : batches) {
            read.add(Cifar10File.read(batch));
        }
        return read.isEmpty() ? ImageFiles.none(Cifar10File.CLASSES) : new JoinedImages(read);
    }

    /** Images of Caltech 101 of the given classes, in a folder or a zip archive. */
    public static LabelledImages caltech101(Path data, List<String> classes) throws IOException {
        for (String name : CALTECH_FOLDERS) {
            Path folder = data.resolve(name);
            if (Files.isDirectory(folder)) {
                Path unpacked = folder.resolve("101_ObjectCategories");
                List<Path> sources = Files.isDirectory(unpacked)
                        ? List.of(unpacked)
                        : Places.files(folder, ".zip").stream()
                                .filter(file -> Places.name(file).startsWith("101_ObjectCategories"))
                                .toList();
                if (!sources.isEmpty()) {
                    return ImageFiles.of(data, sources, classes, byFolder(classes));
                }
            }
        }
        throw missing(data, "caltech101");
    }

    /** Images of Omniglot of the given classes, {@code <alphabet>/<character>}, in folders or zip archives. */
    public static LabelledImages omniglot(Path data, List<String> classes) throws IOException {
        Map<String, Integer> labels = labels(classes);
        Predicate<Path> isPart = entry -> Places.name(entry).startsWith("images_");
        for (String name : OMNIGLOT_FOLDERS) {
            Path folder = data.resolve(name);
            if (Files.isDirectory(folder)) {
                List<Path> parts =
                        Places.folders(folder).stream().filter(isPart).toList();
                List<Path> sources = parts.isEmpty()
                        ? Places.files(folder, ".zip").stream().filter(isPart).toList()
                        : parts;
                if (!sources.isEmpty()) {
                    return ImageFiles.of(data, sources, classes, path -> {
                        String[] names = path.split("/");
                        return names.length < 3
                                ? -1
                                : labels.getOrDefault(names[names.length - 3] + "/" + names[names.length - 2], -1);
                    });
                }
            }
        }
        throw missing(data, "omniglot");
    }

    /** Images of a folder with one folder per class; folders of other names are refused. */
    public static LabelledImages folder(Path data, String name, List<String> classes) throws IOException {
        Path folder = data.resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException("data.stills: there is no folder " + folder + "; expected " + folder
                    + "/<class>/<image>.png or .jpg, '" + Stills.OWN + "' or '" + Stills.NONE + "'");
        }
        List<String> problems = new ArrayList<>();
        for (Path found : Places.folders(folder)) {
            if (!classes.contains(Places.name(found))) {
                problems.add("data.stills: folder " + found + " is no class; known: " + classes);
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return ImageFiles.of(data, List.of(folder), classes, byFolder(classes));
    }

    /** Labels by the folder that an image lies in; other folders are left out. */
    static ImageFiles.Labeller byFolder(List<String> classes) {
        Map<String, Integer> labels = labels(classes);
        return path -> {
            String[] names = path.split("/");
            return names.length < 2 ? -1 : labels.getOrDefault(names[names.length - 2], -1);
        };
    }

    private static Map<String, Integer> labels(List<String> classes) {
        Map<String, Integer> labels = new HashMap<>();
        for (int label = 0; label < classes.size(); label++) {
            labels.put(classes.get(label), label);
        }
        return labels;
    }

    private static ConfigurationException missing(Path data, String name) {
        DatasetCard card = DatasetCards.of(name);
        return new ConfigurationException(
                "data: no images of " + card.title() + " in " + data.resolve(name) + "; get " + card.toGet() + HINT);
    }
}
