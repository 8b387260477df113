package org.snn4j.data.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Folders of simulated data. A folder is made under another name and moved to its place when it is complete: several processes may make it at once, and none
 * sees a part of it. Its note says that the data are simulated.
 */
public final class GeneratedFolder {
    private static final String NOTE = "README.txt";
    private static final String NOTE_START = "Simulated data, no recordings";

    private GeneratedFolder() {}

    /** Writes the files of a folder, without its note. */
    @FunctionalInterface
    public interface Content {
        void write(Path folder) throws IOException;
    }

    /**
     * The complete folder below {@code parent}, generated if it is not there.
     *
     * @param name its name: equal exactly if the data are
     * @param note what the data were made from
     * @param files number of files that the content writes
     * @throws UncheckedIOException if it cannot be written, or files are missing from it
     */
    public static Path in(Path parent, String name, String note, long files, Content content) {
        Path place = parent.resolve(name);
        try {
            if (!Files.exists(place)) {
                Files.createDirectories(parent);
                Path beside = Files.createTempDirectory(parent, "." + name + ".");
                try {
                    content.write(beside);
                    Files.writeString(beside.resolve(NOTE), NOTE_START + ": " + note + "\n");
                    moveUnlessThere(beside, place);
                } finally {
                    delete(beside);
                }
            }
            requireComplete(place, files + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the simulated data in " + place + ": " + e.getMessage(), e);
        }
        return place;
    }

    /** True if {@code folder} was made here, also if it was moved since: its note says so. */
    public static boolean isGenerated(Path folder) throws IOException {
        Path note = folder.resolve(NOTE);
        byte[] start = NOTE_START.getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(note)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(note)) {
            return Arrays.equals(in.readNBytes(start.length), start);
        }
    }

    private static void moveUnlessThere(Path beside, Path place) throws IOException {
        try {
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(place)) {
                throw e;
            }
        }
    }

    /** Caches are cleaned by others, file by file: what is left would be another data set. */
    private static void requireComplete(Path place, long expected) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            long found = files.filter(Files::isRegularFile).count();
            if (found != expected) {
                throw new IOException(
                        "it holds " + found + " files instead of " + expected + "; delete it, and it is made again");
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
