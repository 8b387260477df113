package org.snn4j.core.config;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.core.ConfigurationException;

/** Collects what is wrong, in order of files and lines; the same problem met through several variants or phases counts once. */
final class Problems {
    private final Map<String, Origin> lines = new LinkedHashMap<>();

    /** Adds {@code path: what (file, line)}. */
    void add(Origin at, String what) {
        String path = at.pathText();
        lines.putIfAbsent((path.isEmpty() ? "" : path + ": ") + what + " (" + at.placeText() + ")", at);
    }

    boolean none() {
        return lines.isEmpty();
    }

    /** @throws ConfigurationException with all problems, if there is one */
    void throwIfAny() {
        if (!lines.isEmpty()) {
            throw exception();
        }
    }

    /** All problems so far, for a place where nothing further can be looked at. */
    ConfigurationException exception() {
        List<String> sources =
                lines.values().stream().map(Origin::source).distinct().toList();
        Comparator<Map.Entry<String, Origin>> order = Comparator.comparingInt(
                entry -> sources.indexOf(entry.getValue().source()));
        return new ConfigurationException(lines.entrySet().stream()
                .sorted(order.thenComparingInt(entry -> entry.getValue().line()))
                .map(Map.Entry::getKey)
                .toList());
    }
}
