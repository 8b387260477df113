package org.snn4j.data.split;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running SHA-256. */
public final class Digest {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    public Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256, which every JDK must have", e);
        }
    }

    /** SHA-256 of some bytes, in hexadecimal digits. */
    public static String of(byte[] bytes) {
        return new Digest().add(bytes).hex();
    }

    /** SHA-256 of a file's bytes, in hexadecimal digits. */
    public static String of(Path file) throws IOException {
        return new Digest().add(file).hex();
    }

    /** Adds bytes. */
    public Digest add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Adds a file's bytes. */
    public Digest add(Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return this;
    }

    /** Digest of everything added, in hexadecimal digits; starts anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
