package org.snn4j.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.snn4j.core.config.Node;

/** A configuration as lines {@code dotted.key: value}. */
final class FlatTree {
    private final Map<String, String> values = new LinkedHashMap<>();

    private FlatTree() {}

    /** Values by dotted key, in the order of the tree; an empty mapping is a value too. */
    static Map<String, String> of(Node.Mapping tree) {
        FlatTree flat = new FlatTree();
        flat.add("", tree);
        return flat.values;
    }

    /** As {@link #of}, but a component or record stands as one value, {@code {use: lif, tau: 2.0}}. */
    static Map<String, String> sections(Node.Mapping tree) {
        FlatTree flat = new FlatTree();
        flat.addSections("", tree);
        return flat.values;
    }

    private void addSections(String key, Node node) {
        boolean nested = node instanceof Node.Mapping mapping
                && mapping.entries().values().stream().anyMatch(Node.Mapping.class::isInstance);
        if (nested) {
            ((Node.Mapping) node)
                    .entries()
                    .forEach((name, child) -> addSections(key.isEmpty() ? name : key + "." + name, child));
        } else {
            values.put(key, text(node));
        }
    }

    private void add(String key, Node node) {
        if (node instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
            mapping.entries().forEach((name, child) -> add(key.isEmpty() ? name : key + "." + name, child));
        } else {
            values.put(key, text(node));
        }
    }

    private static String text(Node node) {
        if (node instanceof Node.Listing listing) {
            return listing.items().stream().map(FlatTree::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(((Node.Scalar) node).value());
    }
}
