package org.snn4j.eval.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A folder with {@code index.json} and the arrays it describes. */
public final class GoldenFolder {
    /** Environment variable that names the folder. */
    public static final String VARIABLE = "SNN4J_GOLDEN";

    private GoldenFolder() {}

    /** The folder that an environment variable names, a relative one seen from the folder of the whole project. */
    static Optional<Path> named(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .map(Path.of(System.getProperty("snn4j.root", ".."))::resolve);
    }

    /** All cases of the index, in its order. */
    public static List<GoldenCase> read(Path folder) throws IOException {
        Path file = folder.resolve("index.json");
        JsonNode index = new ObjectMapper().readTree(file.toFile());
        if (index.path("format").asInt() != 1) {
            throw new IOException(file + ": format is " + index.path("format") + ", only 1 is known");
        }
        List<GoldenCase> cases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode entry : index.required("cases")) {
            GoldenCase golden = new GoldenCase(folder, entry);
            if (!names.add(golden.toString())) {
                throw new IOException(file + ": case " + golden + " is listed twice");
            }
            cases.add(golden);
        }
        return cases;
    }
}
