package org.snn4j.data.cache;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** Tokens only: making an object mapper takes a third of a second in a new process, as much as preparing thousands of recordings. */
    private static final JsonFactory JSON = new JsonFactory();

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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("format", "snn4j frames");
            json.writeNumberField("version", FrameFile.VERSION);
            json.writeNumberField("code-version", Recipe.CODE_VERSION);
            json.writeStringField("key", key);
            json.writeStringField("name", name);
            json.writeStringField("representation", making.representation());
            json.writeStringField("transforms", making.transforms());
            json.writeStringField("geometry", making.geometry());
            json.writeFieldName("shape");
            json.writeArray(new int[] {shape.steps(), shape.channels(), shape.height(), shape.width()}, 0, 4);
            json.writeBooleanField("still", still);
            json.writeNumberField("samples", samples);
            json.writeNumberField("length", length);
            json.writeNumberField("index", index);
            json.writeStringField("sha256", sha256);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("cannot write a marker", e);
        }
        bytes.write('\n');
        return bytes.toByteArray();
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
            Marker marker = of(fields(bytes));
            byte[] expected = marker.bytes();
            int wrong = Arrays.mismatch(bytes, expected);
            if (wrong >= 0) {
                throw new DataFormatException(file, wrong, "something else", "a marker of this version");
            }
            return Optional.of(marker);
        } catch (IOException | IllegalArgumentException e) {
            throw new DataFormatException(file, 0, "no marker (" + e.getMessage() + ")", "a marker of frames");
        }
    }

    /** Simple values by the name of the field that they stand in; whether all else is right, the comparison with what is written finds out. */
    private static Map<String, List<String>> fields(byte[] bytes) throws IOException {
        Map<String, List<String>> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(bytes)) {
            String name = "";
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    name = json.getText();
                } else if (token.isScalarValue()) {
                    fields.computeIfAbsent(name, each -> new ArrayList<>()).add(json.getText());
                }
            }
        }
        return fields;
    }

    private static Marker of(Map<String, List<String>> fields) {
        return new Marker(
                text(fields, "key", 0),
                text(fields, "name", 0),
                new Recipe.Making(
                        text(fields, "representation", 0), text(fields, "transforms", 0), text(fields, "geometry", 0)),
                new FrameShape(
                        number(fields, "shape", 0),
                        number(fields, "shape", 1),
                        number(fields, "shape", 2),
                        number(fields, "shape", 3)),
                Boolean.parseBoolean(text(fields, "still", 0)),
                number(fields, "samples", 0),
                Long.parseLong(text(fields, "length", 0)),
                Long.parseLong(text(fields, "index", 0)),
                text(fields, "sha256", 0));
    }

    private static int number(Map<String, List<String>> fields, String name, int position) {
        return Integer.parseInt(text(fields, name, position));
    }

    private static String text(Map<String, List<String>> fields, String name, int position) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (position >= values.size()) {
            throw new IllegalArgumentException(name + " has " + values.size() + " values");
        }
        return values.get(position);
    }
}
