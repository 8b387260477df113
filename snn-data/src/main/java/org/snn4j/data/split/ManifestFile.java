package org.snn4j.data.split;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.data.DataFormatException;

/** Reads manifests. */
final class ManifestFile {
    private static final String EXPECTED = "a manifest: an object with 'digest' and 'entries'";

    private ManifestFile() {}

    static Manifest read(Path file) throws IOException {
        JsonNode tree = parse(file, Files.readAllBytes(file));
        List<Manifest.Entry> entries = new ArrayList<>();
        JsonNode listed = tree.path("entries");
        if (!listed.isArray() || !tree.path("digest").isTextual()) {
            throw new DataFormatException(file, 0, "JSON without them", EXPECTED);
        }
        for (JsonNode entry : listed) {
            entries.add(new Manifest.Entry(
                    text(file, entry, "part"),
                    text(file, entry, "path"),
                    text(file, entry, "sha256"),
                    text(file, entry, "label"),
                    text(file, entry, "picture")));
        }
        Manifest manifest = new Manifest(entries);
        String stated = tree.get("digest").textValue();
        if (!stated.equals(manifest.digest())) {
            throw new DataFormatException(
                    file, 0, "entries with digest " + manifest.digest(), "the digest that it states, " + stated);
        }
        return manifest;
    }

    private static JsonNode parse(Path file, byte[] bytes) throws IOException {
        try {
            JsonNode tree = new ObjectMapper().readTree(bytes);
            if (tree == null) {
                throw new DataFormatException(file, 0, "an empty file", EXPECTED);
            }
            return tree;
        } catch (JsonProcessingException e) {
            long offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            throw new DataFormatException(
                    file, offset, "text that is no JSON (" + e.getOriginalMessage() + ")", EXPECTED);
        }
    }

    private static String text(Path file, JsonNode entry, String key) {
        JsonNode value = entry.path(key);
        if (!value.isTextual()) {
            throw new DataFormatException(file, 0, "an entry without the text '" + key + "'", EXPECTED);
        }
        return value.textValue();
    }
}
