package org.snn4j.eval.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snn4j.data.DataFormatException;

/** What differs between two configurations, field by field. */
final class ConfigDifference {
    private static final YAMLMapper YAML = new YAMLMapper();
    /** What a configuration says without changing what is computed. */
    private static final Set<String> DESCRIPTIVE = Set.of("name", Experiment.TITLE, Experiment.TABLE);

    private ConfigDifference() {}

    /**
     * One line per field.
     *
     * @param file where {@code there} was read, for messages
     * @param there configuration found in a folder
     * @param wanted configuration of the run that should go there
     */
    static List<String> lines(Path file, String there, String wanted) throws IOException {
        Map<String, String> found = flat(read(file, there));
        Map<String, String> asked = flat(YAML.readTree(wanted));
        Set<String> paths = new TreeSet<>(found.keySet());
        paths.addAll(asked.keySet());
        List<String> lines = new ArrayList<>();
        for (String path : paths) {
            String before = found.getOrDefault(path, "nothing");
            String now = asked.getOrDefault(path, "nothing");
            if (!before.equals(now)) {
                lines.add(path + ": there " + before + ", wanted " + now);
            }
        }
        return lines;
    }

    private static JsonNode read(Path file, String text) throws IOException {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            long offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            throw new DataFormatException(file, offset, "no readable YAML", "the configuration of a run");
        }
    }

    private static Map<String, String> flat(JsonNode root) {
        Map<String, String> leaves = new TreeMap<>();
        root.properties().forEach(entry -> {
            if (!DESCRIPTIVE.contains(entry.getKey())) {
                flatten(entry.getKey(), entry.getValue(), leaves);
            }
        });
        return leaves;
    }

    /** Mappings are taken apart; a list is one leaf, as it is one choice. */
    private static void flatten(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(entry -> flatten(path + "." + entry.getKey(), entry.getValue(), leaves));
        } else {
            leaves.put(path, node.isTextual() ? "'" + node.textValue() + "'" : node.toString());
        }
    }
}
