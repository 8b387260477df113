package org.snn4j.eval.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One case of the index: its description and, read on first use, its arrays. */
public final class GoldenCase {
    private final Path folder;
    private final JsonNode entry;
    private Map<String, NpyArray> arrays;

    GoldenCase(Path folder, JsonNode entry) {
        this.folder = folder;
        this.entry = entry;
    }

    public String name() {
        return entry.required("name").asText();
    }

    /** Folder of the case: neurons, surrogates, losses, events ... */
    public String kind() {
        return entry.required("kind").asText();
    }

    /** Parameters as the index gives them. */
    public JsonNode parameters() {
        return entry.required("parameters");
    }

    /** A parameter that must be there; may be JSON null. */
    public JsonNode parameter(String name) {
        JsonNode value = parameters().get(name);
        if (value == null) {
            throw new IllegalStateException(name() + ": no parameter '" + name + "' in " + parameters());
        }
        return value;
    }

    /** A numeric parameter, or the default where the index has none or null. */
    public double number(String name, double byDefault) {
        return parameters().path(name).asDouble(byDefault);
    }

    /** A text parameter, or the empty string. */
    public String text(String name) {
        return parameters().path(name).asText("");
    }

    /** The index entry as it stands. */
    public JsonNode entry() {
        return entry;
    }

    /** Repository, file and object of the first source, in one line. */
    public String source() {
        JsonNode first = entry.path("source").path(0);
        return first.path("repo").asText() + " " + first.path("file").asText() + " "
                + first.path("object").asText();
    }

    /** The case's relative tolerance for floating-point results; 0 where the index says exact. */
    public double relativeTolerance() {
        return tolerance("float_rtol");
    }

    /** The case's absolute tolerance for floating-point results; 0 where the index says exact. */
    public double absoluteTolerance() {
        return tolerance("float_atol");
    }

    private double tolerance(String key) {
        return entry.path("tolerance").path(key).asDouble(0);
    }

    /** Names of all arrays. */
    public Set<String> names() {
        return arrays().keySet();
    }

    public boolean has(String name) {
        return arrays().containsKey(name);
    }

    /** An array that must be there. */
    public NpyArray array(String name) {
        NpyArray array = arrays().get(name);
        if (array == null) {
            throw new IllegalStateException(name() + ": no array '" + name + "'; known: " + names());
        }
        return array;
    }

    /** An array as a new ND4J array in double precision. */
    public INDArray nd(String name) {
        return array(name).nd();
    }

    /** Where the recordings lie that a case only names: SNN4J_DATA, else the folder {@code data} beside the golden folder. */
    public Path dataFolder() {
        return GoldenFolder.named("SNN4J_DATA")
                .orElseGet(() -> folder.toAbsolutePath().resolveSibling("data"));
    }

    /** Arrays of the case of that name in the same folder, where a case shares its inputs. */
    public Map<String, NpyArray> sibling(String name) {
        return read(folder.resolve(entry.required("file").asText()).resolveSibling(name + ".npz"));
    }

    private static Map<String, NpyArray> read(Path file) {
        try {
            return Npz.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, NpyArray> arrays() {
        if (arrays == null) {
            arrays = read(folder.resolve(entry.required("file").asText()));
        }
        return arrays;
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
