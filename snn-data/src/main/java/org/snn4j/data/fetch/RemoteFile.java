package org.snn4j.data.fetch;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.snn4j.core.Check;

/**
 * A file on a server.
 *
 * @param name its name here: one plain file name
 * @param address where it is, {@code https} or {@code http}
 * @param bytes its length, if known
 * @param md5 its published MD5 in 32 small hexadecimal digits, if any
 * @param sha256 its SHA-256 in 64 small hexadecimal digits, if known
 */
public record RemoteFile(String name, URI address, OptionalLong bytes, Optional<String> md5, Optional<String> sha256) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");

    public RemoteFile {
        if (!PLAIN.matcher(Check.notBlank(name, "name")).matches()) {
            throw new IllegalArgumentException(
                    "name is '" + name + "', must be a plain file name of letters, digits and ._+-");
        }
        Transport.requireWeb(Check.notNull(address, "address"));
        digits(md5, "md5", 32);
        digits(sha256, "sha256", 64);
        bytes.ifPresent(length -> Check.atLeast(length, 1, "bytes"));
    }

    /** True if the whole content can be told from a wrong one. */
    boolean verifiable() {
        return md5.isPresent() || sha256.isPresent();
    }

    private static void digits(Optional<String> value, String what, int length) {
        value.filter(text -> !text.matches("[0-9a-f]{" + length + "}")).ifPresent(text -> {
            throw new IllegalArgumentException(
                    what + " is '" + text + "', must be " + length + " small hexadecimal digits");
        });
    }
}
