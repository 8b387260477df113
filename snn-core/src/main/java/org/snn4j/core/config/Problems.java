package org.snn4j.core.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.snn4j.core.ConfigurationException;

/** Collects what is wrong; the same problem met through several variants or phases counts once. */
final class Problems {
    private final Set<String> lines = new LinkedHashSet<>();

    /** Adds {@code path: what (file, line)}. */
    void add(Origin at, String what) {
        String path = at.pathText();
        lines.add((path.isEmpty() ? "" : path + ": ") + what + " (" + at.placeText() + ")");
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
        List<String> all = new ArrayList<>(lines);
        return new ConfigurationException(all);
    }
}
