package org.snn4j.core.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One set of changes: a file, a variant, a phase or the overrides of the command line, with dotted keys written out.
 *
 * @param sections what it says about sections; null removes
 * @param phases changes by phase; a null value removes the phase
 * @param variants changes by variant; a null value removes the variant
 * @param base what a variant says after {@code extends}: a file that comes before the experiment's own; empty for
 *     everything that is no variant
 */
record Layer(Node.Mapping sections, Map<String, Layer> phases, Map<String, Layer> variants, Optional<Node> base) {
    private static final String EXTENDS = "extends";

    /** Which of the special keys a layer may have, depending on where it stands. */
    private enum Level {
        FILE,
        VARIANT,
        PHASE
    }

    static Layer ofFile(Node.Mapping root, Problems problems) {
        return of(root, Level.FILE, problems);
    }

    /** Changes of sections and nothing else. */
    static Layer ofSections(Node.Mapping sections) {
        return new Layer(sections, Map.of(), Map.of(), Optional.empty());
    }

    private static Layer of(Node.Mapping raw, Level level, Problems problems) {
        Node.Mapping tree = expand(raw, problems);
        Map<String, Layer> phases = Map.of();
        Map<String, Layer> variants = Map.of();
        if (level != Level.PHASE) {
            phases = named(tree, "phases", Level.PHASE, problems);
        }
        if (level == Level.FILE) {
            variants = named(tree, "variants", Level.VARIANT, problems);
        }
        for (String key : Section.RESERVED) {
            boolean allowed =
                    level == Level.FILE || level == Level.VARIANT && (key.equals("phases") || key.equals(EXTENDS));
            if (!allowed && tree.entries().containsKey(key)) {
                problems.add(
                        tree.entries().get(key).origin(),
                        "'" + key + "' cannot stand in a " + (level == Level.PHASE ? "phase" : "variant"));
            }
        }
        Optional<Node> base =
                level == Level.VARIANT ? Optional.ofNullable(tree.entries().get(EXTENDS)) : Optional.empty();
        return new Layer(tree.without(Section.RESERVED), phases, variants, base);
    }

    private static Map<String, Layer> named(Node.Mapping tree, String key, Level level, Problems problems) {
        Map<String, Layer> layers = new LinkedHashMap<>();
        Node node = tree.entries().get(key);
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach((name, content) -> {
                if (content instanceof Node.Mapping changes) {
                    layers.put(name, of(changes, level, problems));
                } else if (content instanceof Node.Scalar scalar && scalar.isNull()) {
                    layers.put(name, null);
                } else {
                    problems.add(content.origin(), "expected a mapping of changes, found " + content.describe());
                }
            });
        } else if (node != null) {
            problems.add(node.origin(), "expected a mapping of names to changes, found " + node.describe());
        }
        return layers;
    }

    /** Writes {@code a.b: c} out as {@code a: {b: c}}. */
    static Node.Mapping expand(Node.Mapping raw, Problems problems) {
        Map<String, Node> entries = new LinkedHashMap<>();
        raw.entries().forEach((key, value) -> {
            String[] parts = key.split("\\.", -1);
            if (List.of(parts).contains("")) {
                problems.add(value.origin(), "the key has an empty part");
                return;
            }
            Node nested = nest(value, List.of(parts), raw.origin());
            Node there = entries.get(parts[0]);
            entries.put(parts[0], there == null ? nested : join(there, nested, problems));
        });
        return new Node.Mapping(entries, raw.origin());
    }

    private static Node nest(Node value, List<String> keys, Origin at) {
        Origin below = at.child(keys.get(0), value.origin().line());
        if (keys.size() == 1) {
            return value.at(new Origin(value.origin().source(), below.line(), below.path()));
        }
        return new Node.Mapping(Map.of(keys.get(1), nest(value, keys.subList(1, keys.size()), below)), below);
    }

    private static Node join(Node first, Node second, Problems problems) {
        if (first instanceof Node.Mapping a && second instanceof Node.Mapping b) {
            Map<String, Node> entries = new LinkedHashMap<>(a.entries());
            b.entries().forEach((key, value) -> entries.merge(key, value, (x, y) -> join(x, y, problems)));
            return new Node.Mapping(entries, a.origin());
        }
        problems.add(
                second.origin(),
                "the key stands twice, first in line " + first.origin().line());
        return first;
    }
}
