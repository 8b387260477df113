package org.snn4j.data.io;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.DataFormatException;
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

    /** @throws DataFormatException if the file is no readable image */
    @Override
    public Picture picture(int index) {
        Path file = files.get(index);
        try {
            return decode(Files.readAllBytes(file), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Picture decode(byte[] bytes, Path file) {
        BufferedImage image;
        try {
            image = ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new DataFormatException(
                    file, 0, "an image that cannot be decoded (" + e.getMessage() + ")", "PNG or JPEG, grey or RGB");
        }
        if (image == null) {
            throw new DataFormatException(file, 0, "no known image format", "PNG or JPEG, grey or RGB");
        }
        return image.getRaster().getNumBands() == 1
                        && image.getSampleModel().getSampleSize(0) == Byte.SIZE
                        && image.getColorModel().getNumComponents() == 1
                ? grey(image)
                : colour(image);
    }

    private static Picture grey(BufferedImage image) {
        int[] samples = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
        byte[] pixels = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            pixels[i] = (byte) samples[i];
        }
        return new Picture(image.getHeight(), image.getWidth(), 1, pixels);
    }

    private static Picture colour(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] pixels = new byte[3 * rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            pixels[3 * i] = (byte) (rgb[i] >> 16);
            pixels[3 * i + 1] = (byte) (rgb[i] >> 8);
            pixels[3 * i + 2] = (byte) rgb[i];
        }
        return new Picture(image.getHeight(), image.getWidth(), 3, pixels);
    }
}
