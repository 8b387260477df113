package org.snn4j.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * MD5 and SHA-256 of a file, in small hexadecimal digits.
 *
 * @param md5 what publishers state
 * @param sha256 what we write down
 */
record Digests(String md5, String sha256) {
    static Digests of(Path file) throws IOException {
        MessageDigest md5 = digest("MD5");
        MessageDigest sha256 = digest("SHA-256");
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                md5.update(buffer, 0, count);
                sha256.update(buffer, 0, count);
            }
        }
        return new Digests(
                HexFormat.of().formatHex(md5.digest()), HexFormat.of().formatHex(sha256.digest()));
    }

    /**
     * Compares a file with what is known of it.
     *
     * @param where named in errors
     * @throws FetchException if its length or a checksum is another one
     */
    static Digests verify(RemoteFile expected, Path file, Object where) throws IOException {
        long length = Files.size(file);
        if (expected.bytes().isPresent() && length != expected.bytes().getAsLong()) {
            throw FetchException.lasting(
                    where, length + " bytes", expected.bytes().getAsLong() + " bytes");
        }
        Digests found = of(file);
        require(where, "MD5", found.md5, expected.md5().orElse(found.md5));
        require(where, "SHA-256", found.sha256, expected.sha256().orElse(found.sha256));
        return found;
    }

    private static void require(Object where, String name, String found, String expected) throws FetchException {
        if (!found.equals(expected)) {
            throw FetchException.lasting(where, name + " " + found, expected);
        }
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }
}
