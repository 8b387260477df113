package org.snn4j.data.fetch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snn4j.core.Check;
import org.snn4j.core.io.AtomicFiles;

/**
 * Makes the folder of a data set from its files on servers.
 *
 * <p>Everything is loaded and unpacked in a hidden folder beside the place, {@code .NAME.fetch}, and moved there in one step when it is complete; so a
 * folder that is there is whole, and holds {@value #MARKER}, which says what it was made from. After an interruption the same call goes on.
 */
public final class DatasetFetch {
    /** Name of the file that says what a folder was made from. */
    public static final String MARKER = "fetched.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Downloader downloader;
    private final Unpacker unpacker;

    /**
     * One file of a data set.
     *
     * @param file the file; archives are unpacked, also those inside of them, others stay as they are
     * @param into folder below the data set's own; empty for that folder itself
     */
    public record Piece(RemoteFile file, String into) {
        public Piece {
            Check.notNull(file, "file");
            if (Check.notNull(into, "into").contains("..") || into.startsWith("/")) {
                throw new IllegalArgumentException("into is '" + into + "', must be a folder below the data set's own");
            }
        }
    }

    public DatasetFetch(Downloader downloader, Unpacker unpacker) {
        this.downloader = Check.notNull(downloader, "downloader");
        this.unpacker = Check.notNull(unpacker, "unpacker");
    }

    /** True if a folder was made by {@link #fetch} and is complete. */
    public static boolean isComplete(Path folder) {
        return Files.isRegularFile(folder.resolve(MARKER));
    }

    /**
     * Makes {@code data/NAME}; does nothing if it is complete.
     *
     * @throws FetchException if a file cannot be had or is not what it should be, if the folder is there but was not made by this, or if another
     *     process is making it
     * @throws org.snn4j.data.DataFormatException if an archive is damaged
     */
    public Path fetch(String name, List<Piece> pieces, Path data, FetchProgress progress) throws IOException {
        Check.atLeast(pieces.size(), 1, "pieces");
        Path folder = data.resolve(name);
        if (isComplete(folder)) {
            return folder;
        }
        if (Files.exists(folder)) {
            throw FetchException.lasting(
                    folder, "a folder that was not made by a download", "none: move it away, or use it as it is");
        }
        Path staging = Files.createDirectories(data.resolve("." + name + ".fetch"));
        try (FileChannel channel =
                        FileChannel.open(staging.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel, staging)) {
            if (isComplete(folder)) {
                return folder;
            }
            build(pieces, staging, folder, progress);
        }
        delete(staging);
        return folder;
    }

    private static FileLock lock(FileChannel channel, Path staging) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw FetchException.lasting(staging, "a download that is under way", "none: wait for it or stop it");
        }
        return lock;
    }

    private void build(List<Piece> pieces, Path staging, Path folder, FetchProgress progress) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Piece piece : pieces) {
            files.add(downloader.download(piece.file(), staging.resolve("files"), progress));
        }
        Path tree = staging.resolve("tree");
        delete(tree);
        List<Map<String, Object>> sources = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Path file = files.get(i);
            progress.unpacking(file.getFileName().toString());
            place(file, Files.createDirectories(tree.resolve(pieces.get(i).into())));
            sources.add(source(pieces.get(i).file(), file));
        }
        AtomicFiles.write(tree.resolve(MARKER), JSON.writeValueAsBytes(Map.of("files", sources)));
        Files.move(tree, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void place(Path file, Path folder) throws IOException {
        if (!Unpacker.isArchive(file.getFileName().toString())) {
            Files.copy(file, folder.resolve(file.getFileName()));
            return;
        }
        unpacker.unpack(file, folder);
        List<Path> inner;
        try (Stream<Path> all = Files.walk(folder)) {
            inner = all.filter(path -> Files.isRegularFile(path)
                            && Unpacker.isArchive(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        for (Path archive : inner) {
            unpacker.unpack(archive, archive.getParent());
            Files.delete(archive);
        }
    }

    private static Map<String, Object> source(RemoteFile file, Path content) throws IOException {
        Digests digests = Digests.of(content);
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("name", file.name());
        source.put("address", file.address().toString());
        source.put("bytes", Files.size(content));
        source.put("md5", digests.md5());
        source.put("md5-published", file.md5().isPresent());
        source.put("sha256", digests.sha256());
        return source;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
