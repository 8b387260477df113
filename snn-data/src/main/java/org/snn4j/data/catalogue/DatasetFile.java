package org.snn4j.data.catalogue;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.snn4j.core.Check;

/**
 * A file to get.
 *
 * @param name name of the file
 * @param url where a program can download it, beginning with {@code https://}; empty if only people can, from the card's page
 * @param md5 published MD5, 32 hexadecimal digits; empty if none is known
 * @param bytes its length, if it was verified
 * @param unpack folder below the data set's own into which the archive belongs; empty for that folder itself
 */
public record DatasetFile(String name, Optional<String> url, Optional<String> md5, OptionalLong bytes, String unpack) {
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

    public DatasetFile {
        Check.notBlank(name, "name");
        Check.notNull(unpack, "unpack");
        url.filter(address -> !address.startsWith("https://")).ifPresent(address -> {
            throw new IllegalArgumentException("url is '" + address + "', must begin with https://");
        });
        md5.filter(digits -> !MD5.matcher(digits).matches()).ifPresent(digits -> {
            throw new IllegalArgumentException("md5 is '" + digits + "', must be 32 hexadecimal digits");
        });
    }

    /** A file that a program can download. */
    static DatasetFile at(String url, String name, String md5) {
        return new DatasetFile(name, Optional.of(url), text(md5), OptionalLong.empty(), "");
    }

    /** A file that people have to download. */
    static DatasetFile byHand(String name, String md5) {
        return new DatasetFile(name, Optional.empty(), text(md5), OptionalLong.empty(), "");
    }

    /** The same with a known length. */
    DatasetFile of(long length) {
        return new DatasetFile(name, url, md5, OptionalLong.of(length), unpack);
    }

    /** The same, to be unpacked into a folder below the data set's own. */
    DatasetFile into(String folder) {
        return new DatasetFile(name, url, md5, bytes, folder);
    }

    private static Optional<String> text(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
