package org.snn4j.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.snn4j.core.Check;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.image.Picture;

/**
 * PNG and JPEG files of a folder or of a zip archive, chosen and labelled by their paths; each is decoded when it is asked for.
 *
 * <p>Images of archives are kept in memory as they are in the archive; an archive whose images need more than 1 GB has to be unpacked.
 */
public final class ImageFiles implements LabelledImages {
    private static final List<String> SUFFIXES = List.of(".png", ".jpg", ".jpeg");
    private static final long LARGEST = 1L << 30;

    private final List<String> classes;
    private final List<Item> items;

    /** An image: a file, or bytes of an archive's entry. */
    private record Item(Path file, String entry, byte[] bytes, String id, int label) {}

    /** Gives a path, with slashes, its class; -1 leaves the file out. */
    @FunctionalInterface
    public interface Labeller {
        int label(String path);
    }

    private ImageFiles(List<String> classes, List<Item> items) {
        this.classes = List.copyOf(classes);
        this.items = List.copyOf(items);
    }

    /** No images of these classes. */
    public static ImageFiles none(List<String> classes) {
        return new ImageFiles(classes, List.of());
    }

    /**
     * Images of several folders and archives, each by class and then by path.
     *
     * @param root folder that names start at
     * @param sources folders, which are searched to any depth, and zip archives, below {@code root} or not
     * @param labeller class of a path that starts at a source
     */
    public static ImageFiles of(Path root, List<Path> sources, List<String> classes, Labeller labeller)
            throws IOException {
        List<Item> items = new ArrayList<>();
        for (Path source : sources) {
            String name = root.relativize(source).toString().replace('\\', '/');
            List<Item> found = Files.isDirectory(source)
                    ? inFolder(source, name.isEmpty() ? "" : name + "/", labeller)
                    : inArchive(source, name + "#", labeller);
            found.forEach(item -> Check.inRange(item.label(), 0, classes.size() - 1, "label of " + item.id()));
            found.sort(Comparator.comparingInt(Item::label).thenComparing(Item::id));
            items.addAll(found);
        }
        return new ImageFiles(classes, items);
    }

    private static List<Item> inFolder(Path folder, String prefix, Labeller labeller) throws IOException {
        List<Item> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                int label = isImage(path) && Files.isRegularFile(file) ? labeller.label(path) : -1;
                if (label >= 0) {
                    found.add(new Item(file, "", null, prefix + path, label));
                }
            }
        }
        return found;
    }

    private static List<Item> inArchive(Path archive, String prefix, Labeller labeller) throws IOException {
        List<Item> found = new ArrayList<>();
        long left = LARGEST;
        try (ZipFile zip = open(archive)) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                int label = isImage(entry.getName()) && !entry.isDirectory() ? labeller.label(entry.getName()) : -1;
                if (label >= 0) {
                    byte[] bytes = bytes(zip, entry, archive, left);
                    left -= bytes.length;
                    found.add(new Item(archive, entry.getName(), bytes, prefix + entry.getName(), label));
                }
            }
        }
        return found;
    }

    private static ZipFile open(Path archive) throws IOException {
        try {
            return new ZipFile(archive.toFile());
        } catch (ZipException e) {
            throw new DataFormatException(
                    archive, 0, "a file that is no zip archive (" + e.getMessage() + ")", "a zip archive");
        }
    }

    private static boolean isImage(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && SUFFIXES.stream().anyMatch(name::endsWith);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public int label(int index) {
        return items.get(index).label();
    }

    @Override
    public String id(int index) {
        return items.get(index).id();
    }

    /** @throws DataFormatException if it is no readable image */
    @Override
    public Picture picture(int index) {
        Item item = items.get(index);
        try {
            byte[] bytes = item.bytes() == null ? Files.readAllBytes(item.file()) : item.bytes();
            return PictureDecoder.decode(bytes, item.file(), item.entry());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + item.id() + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry, Path archive, long left) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - Long.BYTES));
            if (bytes.length > left) {
                throw new DataFormatException(
                        archive, 0, "images of more than " + LARGEST + " bytes", "fewer bytes; unpack the archive");
            }
            return bytes;
        } catch (ZipException e) {
            throw new DataFormatException(
                    archive, 0, entry.getName() + " that cannot be unpacked (" + e.getMessage() + ")", "a zip archive");
        }
    }
}
