package org.snn4j.core.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snn4j.core.Suggestion;

/**
 * Lays changes over a tree: mappings are merged key by key, null removes, everything else replaces. A mapping whose
 * {@code use} names another component replaces the whole mapping, because the keys of one component mean nothing to another.
 */
final class Merge {
    static final String USE = "use";

    private final Function<String, Optional<String>> defaultUse;
    private final Problems problems;
    private final boolean removalMayMiss;

    /**
     * @param defaultUse component that stands for a section that names none
     * @param removalMayMiss false: removing what is not there is a problem, since it usually is a misspelt key
     */
    Merge(Function<String, Optional<String>> defaultUse, Problems problems, boolean removalMayMiss) {
        this.defaultUse = defaultUse;
        this.problems = problems;
        this.removalMayMiss = removalMayMiss;
    }

    /** The tree with the changes. */
    Node.Mapping apply(Node.Mapping tree, Node.Mapping changes) {
        return merge(tree, changes, true);
    }

    private Node.Mapping merge(Node.Mapping base, Node.Mapping changes, boolean top) {
        Map<String, Node> merged = new LinkedHashMap<>(base.entries());
        changes.entries().forEach((key, change) -> {
            if (change instanceof Node.Scalar scalar && scalar.isNull()) {
                if (merged.remove(key) == null && !removalMayMiss) {
                    problems.add(
                            change.origin(),
                            "there is nothing to remove"
                                    + Suggestion.known(key, base.entries().keySet()));
                }
            } else if (change instanceof Node.Mapping mapping) {
                Node.Mapping below = base.entries().get(key) instanceof Node.Mapping there
                                && !replaces(there, mapping, top ? defaultUse.apply(key) : Optional.empty())
                        ? there
                        : new Node.Mapping(Map.of(), mapping.origin());
                merged.put(key, merge(below, mapping, false));
            } else {
                merged.put(key, change);
            }
        });
        return new Node.Mapping(merged, top ? base.origin() : changes.origin());
    }

    private static boolean replaces(Node.Mapping base, Node.Mapping change, Optional<String> standIn) {
        Optional<String> before = use(base).or(() -> standIn);
        Optional<String> after = use(change);
        return before.isPresent() && after.isPresent() && !before.equals(after);
    }

    private static Optional<String> use(Node.Mapping mapping) {
        return mapping.entries().get(USE) instanceof Node.Scalar scalar && scalar.value() instanceof String name
                ? Optional.of(name)
                : Optional.empty();
    }
}
