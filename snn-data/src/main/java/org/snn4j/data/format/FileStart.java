package org.snn4j.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a format is recognised by.
 *
 * @param file the file
 * @param length its length in bytes
 * @param bytes its first {@value #MOST} bytes, or all if it has fewer
 */
public record FileStart(Path file, long length, byte[] bytes) {
    /** Bytes that are looked at. */
    public static final int MOST = 1 << 14;

    /** Reads the beginning of a file. */
    public static FileStart of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST);
            return new FileStart(file, Files.size(file), bytes);
        }
    }

    /** True if the file begins with these characters. */
    public boolean startsWith(String ascii) {
        byte[] expected = ascii.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** True if the file's name ends so, in capitals or not. */
    public boolean named(String extension) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(extension);
    }
}
