package org.snn4j.data.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.FrameShape;

/**
 * Prepared frames in a folder, or what is left of them.
 *
 * @param key SHA-256 of the recipe
 * @param state whether they can be used
 * @param content what they are; empty if there is no readable marker
 * @param bytes disk that all its files take
 * @param made when they were written
 * @param used when they were last opened
 */
public record CacheEntry(String key, State state, Optional<Content> content, long bytes, Instant made, Instant used) {
    static final String FRAMES = ".frames";
    static final String MARKER = ".json";
    static final String LOCK = ".lock";

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.(frames|json|lock)");

    /** Whether frames can be used. */
    public enum State {
        /** A marker says so, and the file has the length that it says. */
        WHOLE,
        /** The marker cannot be read, or the file has another length. They are made anew when they are wanted. */
        DAMAGED,
        /** There is no marker: they are being made, or a process was stopped while it made them. */
        UNFINISHED
    }

    /**
     * What frames are.
     *
     * @param name name of the part
     * @param making how they were made
     * @param shape shape of a sample
     * @param samples number of samples
     */
    public record Content(String name, Recipe.Making making, FrameShape shape, int samples) {}

    /** All entries of a folder, in the order of keys; none if there is no folder. */
    static List<CacheEntry> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        TreeSet<String> keys = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                for (Pattern pattern : List.of(NAME, Leftovers.NAME)) {
                    Matcher matcher = pattern.matcher(name);
                    if (matcher.matches()) {
                        keys.add(matcher.group(1));
                    }
                }
            }
        }
        List<CacheEntry> entries = new ArrayList<>();
        for (String key : keys) {
            entries.add(of(folder, key));
        }
        return entries;
    }

    private static CacheEntry of(Path folder, String key) throws IOException {
        Path frames = folder.resolve(key + FRAMES);
        Path marker = folder.resolve(key + MARKER);
        State state = State.UNFINISHED;
        Optional<Content> content = Optional.empty();
        try {
            Optional<Marker> found = Marker.read(marker);
            if (found.isPresent()) {
                Marker whole = found.get();
                content = Optional.of(new Content(whole.name(), whole.making(), whole.shape(), whole.samples()));
                state = whole.key().equals(key) && size(frames) == whole.length() ? State.WHOLE : State.DAMAGED;
            }
        } catch (DataFormatException e) {
            state = State.DAMAGED;
        }
        Instant made = time(frames).or(() -> time(marker)).orElse(Instant.EPOCH);
        return new CacheEntry(
                key, state, content, bytes(folder, key), made, time(marker).orElse(made));
    }

    private static long bytes(Path folder, String key) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{" + key + ".*,." + key + ".*}")) {
            for (Path file : files) {
                bytes += size(file);
            }
        }
        return bytes;
    }

    /** 0 for what another process has just deleted. */
    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static Optional<Instant> time(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
