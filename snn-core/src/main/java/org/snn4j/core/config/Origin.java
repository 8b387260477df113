package org.snn4j.core.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a piece of configuration was written.
 *
 * @param source file, or {@code --set}
 * @param line 1-based line of the file; 0 if it has none
 * @param path keys from the root of that source; an index stands as {@code [i]}
 */
public record Origin(String source, int line, List<String> path) {
    public Origin {
        path = List.copyOf(path);
    }

    /** The same place, one key further down. */
    Origin child(String key, int atLine) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return new Origin(source, atLine, longer);
    }

    Origin child(String key) {
        return child(key, line);
    }

    /** The mapping that holds this key. */
    Origin parent() {
        return path.isEmpty() ? this : new Origin(source, line, path.subList(0, path.size() - 1));
    }

    /** Keys joined by dots. */
    public String pathText() {
        return String.join(".", path).replace(".[", "[");
    }

    /** Source and line, as said at the end of a message. */
    public String placeText() {
        return line > 0 ? source + ", line " + line : source;
    }
}
