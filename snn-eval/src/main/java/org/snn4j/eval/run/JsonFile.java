package org.snn4j.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.snn4j.core.io.AtomicFiles;
import org.snn4j.data.DataFormatException;

/** Records as JSON files: strict in reading, so that a damaged or foreign file is named and not guessed at. */
final class JsonFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Jackson's way to name a place, which mostly says that the source is hidden. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: .*?; (line: \\d+, column: \\d+)]");

    private JsonFile() {}

    static void write(Path file, Object content) throws IOException {
        AtomicFiles.write(file, JSON.writeValueAsString(content) + "\n");
    }

    static <T> T read(Path file, Class<T> type) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return read(file, () -> JSON.readValue(bytes, type));
    }

    /** @param upgrade makes what an earlier version wrote into what this one writes */
    static <T> T read(Path file, Class<T> type, Consumer<ObjectNode> upgrade) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return read(file, () -> {
            if (!(JSON.readTree(bytes) instanceof ObjectNode content)) {
                return JSON.readValue(bytes, type);
            }
            upgrade.accept(content);
            return JSON.readValue(JSON.writeValueAsBytes(content), type);
        });
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Path file, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (JsonProcessingException e) {
            long offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            throw new DataFormatException(
                    file, offset, firstLine(e.getOriginalMessage()), "the JSON that a run writes");
        }
    }

    private static String firstLine(String message) {
        return message.lines()
                .findFirst()
                .map(line -> SOURCE.matcher(line).replaceAll("$1"))
                .orElse("something else");
    }
}
