package org.snn4j.data.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snn4j.data.split.Digest;

/** What lies in a folder. */
final class Folders {
    private Folders() {}

    /** SHA-256 of every file by its name. */
    static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : files(folder)) {
            digests.put(file.getFileName().toString(), Digest.of(Files.readAllBytes(file)));
        }
        return digests;
    }

    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
