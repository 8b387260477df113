package org.snn4j.data.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files beside their places, of processes that were killed while they wrote them ({@link org.snn4j.core.io.PendingFile}). */
final class Leftovers {
    static final Pattern NAME = Pattern.compile("\\.([0-9a-f]{64})\\.[a-z]+\\.([0-9]{1,18})-[0-9]+\\.part");

    private Leftovers() {}

    /** Deletes those of a key whose process is gone. */
    static void delete(Path folder, String key) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "." + key + ".*.part")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
