package org.snn4j.data.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.FrameShape;

/**
 * What says that a file of frames is whole; written when the file is at its place.
 *
 * @param key key of the recipe
 * @param name name of the part
 * @param making how its frames were made
 * @param shape shape of a sample
 * @param still true if a sample is one frame
 * @param samples number of samples
 * @param length bytes of the file of frames
 * @param index position of its index
 * @param sha256 SHA-256 of its head and index; the index has a checksum of each sample
 */
record Marker(
        String key,
        String name,
        Recipe.Making making,
        FrameShape shape,
        boolean still,
        int samples,
        long length,
        long index,
        String sha256) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 1 << 20;

    static Marker of(Recipe recipe, String key, FrameFile.Written written) {
        return new Marker(
                key,
                recipe.name(),
                recipe.making(),
                recipe.shape(),
                recipe.still(),
                recipe.samples().size(),
                written.length(),
                written.index(),
                written.sha256());
    }

    /** The bytes of the marker's file: the same for the same marker. */
    byte[] bytes() {
        ObjectNode node = JSON.createObjectNode();
        node.put("format", "snn4j frames");
        node.put("version", FrameFile.VERSION);
        node.put("code-version", Recipe.CODE_VERSION);
        node.put("key", key);
        node.put("name", name);
        node.put("representation", making.representation());
        node.put("transforms", making.transforms());
        node.put("geometry", making.geometry());
        node.putArray("shape")
                .add(shape.steps())
                .add(shape.channels())
                .add(shape.height())
                .add(shape.width());
        node.put("still", still);
        node.put("samples", samples);
        node.put("length", length);
        node.put("index", index);
        node.put("sha256", sha256);
        try {
            return (JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a marker", e);
        }
    }

    /**
     * Reads a marker.
     *
     * @return empty if there is none
     * @throws DataFormatException if the file is not what {@link #bytes} writes
     */
    static Optional<Marker> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MOST) {
            throw new DataFormatException(file, MOST, "more bytes", "a marker of at most " + MOST + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            Marker marker = of(JSON.readTree(bytes));
            byte[] expected = marker.bytes();
            int wrong = Arrays.mismatch(bytes, expected);
            if (wrong >= 0) {
                throw new DataFormatException(file, wrong, "something else", "a marker of this version");
            }
            return Optional.of(marker);
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw new DataFormatException(file, 0, "no marker (" + e.getMessage() + ")", "a marker of frames");
        }
    }

    private static Marker of(JsonNode node) {
        JsonNode shape = field(node, "shape");
        return new Marker(
                field(node, "key").textValue(),
                field(node, "name").textValue(),
                new Recipe.Making(
                        field(node, "representation").textValue(),
                        field(node, "transforms").textValue(),
                        field(node, "geometry").textValue()),
                new FrameShape(at(shape, 0), at(shape, 1), at(shape, 2), at(shape, 3)),
                field(node, "still").booleanValue(),
                field(node, "samples").intValue(),
                field(node, "length").longValue(),
                field(node, "index").longValue(),
                field(node, "sha256").textValue());
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode value = node == null ? null : node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static int at(JsonNode list, int position) {
        JsonNode value = list.get(position);
        if (value == null) {
            throw new IllegalArgumentException("shape has " + list.size() + " entries");
        }
        return value.intValue();
    }
}
