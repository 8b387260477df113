package org.snn4j.eval.golden;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Cases that are not verified yet, each with its reason: {@code golden/not-yet/<kind>.txt} in the test resources, lines
 * {@code case: reason}; {@code #} starts a comment line.
 */
final class NotYet {
    private final Map<String, Map<String, String>> byKind = new HashMap<>();

    /** The reason for a case, or null if it is not listed. */
    String reason(GoldenCase golden) {
        return byKind.computeIfAbsent(golden.kind(), NotYet::read).get(golden.name());
    }

    private static Map<String, String> read(String kind) {
        String resource = "/golden/not-yet/" + kind + ".txt";
        try (InputStream in = NotYet.class.getResourceAsStream(resource)) {
            return in == null ? Map.of() : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Map<String, String> parse(String text, String source) {
        Map<String, String> reasons = new HashMap<>();
        for (String line : text.split("\\R")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            String reason = colon < 0 ? "" : line.substring(colon + 1).strip();
            if (reason.isEmpty()) {
                throw new IllegalStateException(source + ": line without 'case: reason': " + line);
            }
            if (reasons.put(line.substring(0, colon).strip(), reason) != null) {
                throw new IllegalStateException(source + ": listed twice: " + line);
            }
        }
        return reasons;
    }
}
