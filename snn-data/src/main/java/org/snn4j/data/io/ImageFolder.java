package org.snn4j.data.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.image.Picture;

/**
 * JPEG and PNG files in one folder per class; classes and files in alphabetical order, capitals first. Each image is decoded when it is asked
 * for. Images of one band are grey; others become red, green and blue, without alpha.
 */
public final class ImageFolder implements LabelledImages {
    private static final List<String> SUFFIXES = List.of(".png", ".jpg", ".jpeg");

    private final Path root;
    private final List<String> classes;
    private final List<Path> files;
    private final int[] labels;

    private ImageFolder(Path root, List<String> classes, List<Path> files, int[] labels) {
        this.root = root;
        this.classes = List.copyOf(classes);
        this.files = List.copyOf(files);
        this.labels = labels;
    }

    /**
     * Lists a folder.
     *
     * @throws ConfigurationException if there is no class folder or one of them holds no image
     */
    public static ImageFolder open(Path root) throws IOException {
        List<Path> folders = Files.isDirectory(root) ? sorted(root, Files::isDirectory) : List.of();
        if (folders.isEmpty()) {
            throw new ConfigurationException(
                    "data: no class folders in " + root + "; expected " + root + "/<class>/<image>.png or .jpg");
        }
        List<String> classes = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Path folder : folders) {
            List<Path> images = sorted(folder, ImageFolder::isImage);
            if (images.isEmpty()) {
                throw new ConfigurationException("data: no PNG or JPEG image in " + folder);
            }
            images.forEach(image -> labels.add(classes.size()));
            files.addAll(images);
            classes.add(folder.getFileName().toString());
        }
        return new ImageFolder(
                root,
                classes,
                files,
                labels.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Path> sorted(Path folder, Predicate<Path> kept) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(kept)
                    .sorted((a, b) ->
                            a.getFileName().toString().compareTo(b.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    @Override
    public int size() {
        return files.size();
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public String id(int index) {
        return root.relativize(files.get(index)).toString().replace('\\', '/');
    }

    /** @throws org.snn4j.data.DataFormatException if the file is no readable image */
    @Override
    public Picture picture(int index) {
        Path file = files.get(index);
        try {
            return PictureDecoder.decode(Files.readAllBytes(file), file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
