package org.snn4j.data.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.snn4j.core.Check;
import org.snn4j.core.io.PendingFile;
import org.snn4j.data.DataFormatException;

/**
 * A folder of prepared frames; immutable, safe for several threads and for several processes.
 *
 * <p>Who finds no whole frames of a recipe makes them beside their place, and others who want the same wait for them where the file system knows locks. Where it
 * does not, several may make the same bytes, and the last to come replaces them. A process may be killed at any moment: what it leaves behind is not read, and
 * replaced when the frames are wanted the next time. Nothing is forced to disk: frames that a power failure damages are found by their checksums, and made anew.
 */
public final class FrameCache {
    private static final String FOLDER = "frames";
    /** Values that are encoded before they are written, in bytes as floats. */
    private static final long BUFFERED = 1L << 26;

    private static final int MOST_GROUPS = 1024;
    private static final ConcurrentMap<Path, Object> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Path folder;

    /** @param cache folder of caches; the frames are in a folder {@value #FOLDER} in it */
    public FrameCache(Path cache) {
        folder = Check.notNull(cache, "cache folder")
                .resolve(FOLDER)
                .toAbsolutePath()
                .normalize();
    }

    /** Folder with the files. */
    public Path folder() {
        return folder;
    }

    /** The frames of a recipe whose samples are encoded one by one; as {@link #open(Recipe, List, Preparation)}. */
    public CachedFrames open(Recipe recipe, Preparation preparation) {
        return open(recipe, Preparation.single(recipe.samples().size()), preparation);
    }

    /**
     * The frames of a recipe; they are made if they are not there, or not whole.
     *
     * @param groups indices of samples that are encoded together, such as those of one file; every sample is in one group
     * @param preparation makes frames; called only if they are not there
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    public CachedFrames open(Recipe recipe, List<int[]> groups, Preparation preparation) {
        String key = recipe.key();
        try {
            Optional<CachedFrames> there = find(recipe, key);
            return there.isPresent() ? there.get() : made(recipe, key, groups, preparation);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the prepared frames in " + folder + ": " + e.getMessage(), e);
        }
    }

    private CachedFrames made(Recipe recipe, String key, List<int[]> groups, Preparation preparation)
            throws IOException {
        Files.createDirectories(folder);
        synchronized (IN_THIS_PROCESS.computeIfAbsent(folder.resolve(key), path -> new Object())) {
            try (KeyLock lock = KeyLock.waitFor(lockFile(key))) {
                Optional<CachedFrames> there = find(recipe, key);
                if (there.isPresent()) {
                    return there.get();
                }
                if (lock.held()) {
                    Leftovers.delete(folder, key);
                }
                prepare(recipe, key, groups, preparation);
            }
        }
        return find(recipe, key)
                .orElseThrow(() -> new IOException("the frames that were just written are gone or damaged"));
    }

    /** Whole frames; a damaged file counts as none. */
    private Optional<CachedFrames> find(Recipe recipe, String key) throws IOException {
        try {
            Optional<Marker> marker = Marker.read(markerFile(key));
            if (marker.isEmpty()) {
                return Optional.empty();
            }
            Marker found = marker.get();
            FrameFile.Written written = new FrameFile.Written(found.length(), found.index(), found.sha256());
            if (!found.equals(Marker.of(recipe, key, written))) {
                return Optional.empty();
            }
            FrameFile file = FrameFile.open(framesFile(key), found, recipe.values());
            noteUse(key);
            return Optional.of(new CachedFrames(recipe, file));
        } catch (DataFormatException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void noteUse(String key) {
        try {
            Files.setLastModifiedTime(markerFile(key), FileTime.from(Instant.now()));
        } catch (IOException e) {
            // A folder that cannot be written to can be read all the same; only the age in lists is then wrong.
        }
    }

    private void prepare(Recipe recipe, String key, List<int[]> groups, Preparation preparation) throws IOException {
        Files.deleteIfExists(markerFile(key));
        FrameFile.Written written;
        try (FrameFileWriter writer = new FrameFileWriter(framesFile(key), recipe)) {
            encode(recipe, groups, preparation, writer);
            preparation.finish();
            written = writer.commit();
        }
        try (PendingFile marker = PendingFile.at(markerFile(key))) {
            Files.write(marker.path(), Marker.of(recipe, key, written).bytes());
            marker.commitUnforced();
        }
    }

    /** Several groups at a time, written in their order, so that the bytes do not depend on the threads. */
    private static void encode(Recipe recipe, List<int[]> groups, Preparation preparation, FrameFileWriter writer)
            throws IOException {
        long fitting = BUFFERED / (Float.BYTES * (long) recipe.values());
        int window = (int) Math.max(Runtime.getRuntime().availableProcessors(), Math.min(fitting, MOST_GROUPS));
        for (int from = 0; from < groups.size(); from += window) {
            List<List<FrameFileWriter.Packed>> made =
                    groups.subList(from, Math.min(groups.size(), from + window)).parallelStream()
                            .map(group -> packed(group, preparation, writer))
                            .toList();
            for (List<FrameFileWriter.Packed> group : made) {
                for (FrameFileWriter.Packed packed : group) {
                    writer.add(packed);
                }
            }
        }
    }

    private static List<FrameFileWriter.Packed> packed(int[] group, Preparation preparation, FrameFileWriter writer) {
        List<FrameFileWriter.Packed> packed = new ArrayList<>(group.length);
        preparation.encode(group, (sample, values) -> packed.add(writer.pack(sample, values)));
        return packed;
    }

    /** Everything in the folder, in the order of keys. Contents are not looked at; see {@link #check}. */
    public List<CacheEntry> entries() {
        try {
            return CacheEntry.list(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the prepared frames in " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads all of an entry.
     *
     * @return what is wrong with it; empty if it is whole
     */
    public Optional<String> check(CacheEntry entry) {
        try {
            Optional<Marker> marker = Marker.read(markerFile(entry.key()));
            if (marker.isEmpty()) {
                return Optional.of("it was not finished");
            }
            Marker found = marker.get();
            int values =
                    found.still() ? found.shape().frameLength() : found.shape().length();
            FrameFile.open(framesFile(entry.key()), found, values);
            return Optional.empty();
        } catch (DataFormatException | IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * What was deleted.
     *
     * @param entries number of entries
     * @param bytes disk that they took
     * @param busy entries that were left because a process is making them
     */
    public record Cleared(int entries, long bytes, int busy) {}

    /** Deletes entries; programs that read them at the moment can go on. */
    public Cleared clear(Predicate<CacheEntry> which) {
        int deleted = 0;
        int busy = 0;
        long bytes = 0;
        try {
            for (CacheEntry entry : entries()) {
                if (which.test(entry)) {
                    if (delete(entry.key())) {
                        deleted++;
                        bytes += entry.bytes();
                    } else {
                        busy++;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete prepared frames in " + folder + ": " + e.getMessage(), e);
        }
        return new Cleared(deleted, bytes, busy);
    }

    private boolean delete(String key) throws IOException {
        try (KeyLock lock = KeyLock.tryTo(lockFile(key))) {
            if (lock.busy()) {
                return false;
            }
            Files.deleteIfExists(markerFile(key));
            Files.deleteIfExists(framesFile(key));
            Leftovers.delete(folder, key);
            Files.deleteIfExists(lockFile(key));
            return true;
        }
    }

    private Path framesFile(String key) {
        return folder.resolve(key + CacheEntry.FRAMES);
    }

    private Path markerFile(String key) {
        return folder.resolve(key + CacheEntry.MARKER);
    }

    private Path lockFile(String key) {
        return folder.resolve(key + CacheEntry.LOCK);
    }
}
