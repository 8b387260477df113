package org.snn4j.core.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snn4j.core.Suggestion;

/** Binds the sections of a merged tree to what the catalogue knows about them. */
final class Resolver {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _+=-]*");

    private final Catalogue catalogue;
    private final Problems problems;
    private final RecordBinder binder;

    Resolver(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
        this.binder = new RecordBinder(problems);
    }

    /** Reports keys that are no sections. */
    void checkKeys(Node.Mapping tree) {
        List<String> known = Stream.concat(catalogue.sections().stream().map(Section::key), Section.RESERVED.stream())
                .sorted()
                .toList();
        tree.entries().forEach((key, node) -> {
            if (catalogue.section(key).isEmpty()) {
                problems.add(node.origin(), "unknown section" + Suggestion.known(key, known));
            }
        });
    }

    /** Reports keys that a phase cannot change. */
    void checkPhaseKeys(Node.Mapping changes) {
        List<String> may = catalogue.sections().stream()
                .filter(Section::perPhase)
                .map(Section::key)
                .toList();
        changes.entries().forEach((key, node) -> {
            if (catalogue.section(key).isPresent() && !may.contains(key)) {
                problems.add(node.origin(), "a phase cannot change this; it can change: " + String.join(", ", may));
            }
        });
    }

    /** Reports names that could not stand in a path or a file name. */
    void checkName(String name, Origin at, String what) {
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    at,
                    what + " is '" + name
                            + "', must be of letters, digits, spaces and _ + = -, and begin with a letter or a digit");
        }
    }

    /** Content by section; a section with a problem is left out. */
    Map<String, Object> bind(Node.Mapping tree, Predicate<Section> which) {
        Map<String, Object> bound = new TreeMap<>();
        for (Section section : catalogue.sections()) {
            if (which.test(section)) {
                Node node = tree.entries().get(section.key());
                Optional<Object> content = node == null ? standIn(section, tree.origin()) : content(section, node);
                content.ifPresent(value -> bound.put(section.key(), value));
            }
        }
        return bound;
    }

    private Optional<Object> standIn(Section section, Origin root) {
        if (section.fallback().isPresent()) {
            Object fallback = section.fallback().get();
            boolean component = section.kind() == Section.Kind.COMPONENT;
            return component
                    ? component(
                            section.slot(), new Node.Mapping(Map.of(Merge.USE, new Node.Scalar(fallback, root)), root))
                    : section.fallback();
        }
        Optional<Object> defaults = section.kind() == Section.Kind.SETTINGS
                ? schema(section).defaults().map(record -> record)
                : Optional.empty();
        if (defaults.isEmpty() && !section.optional()) {
            String expected = section.kind() == Section.Kind.COMPONENT || section.kind() == Section.Kind.COMPONENTS
                    ? "; known: "
                            + String.join(
                                    ", ", catalogue.components(section.slot()).keySet())
                    : "; expected " + ValueTypes.describe(section.type());
            problems.add(new Origin(root.source(), 0, List.of(section.key())), "the section is missing" + expected);
        }
        return defaults;
    }

    private Optional<Object> content(Section section, Node node) {
        if (section.kind() == Section.Kind.VALUE) {
            return binder.value(node, section.type(), Optional.empty());
        }
        if (!(node instanceof Node.Mapping mapping)) {
            problems.add(
                    node.origin(),
                    "expected a mapping" + (section.kind() == Section.Kind.COMPONENT ? " with 'use'" : "") + ", found "
                            + node.describe());
            return Optional.empty();
        }
        return switch (section.kind()) {
            case COMPONENT -> component(section.slot(), withStandIn(section, mapping));
            case COMPONENTS -> components(section.slot(), mapping);
            default ->
                binder.bind(mapping, schema(section), schema(section).defaults(), "", Set.of())
                        .map(record -> record);
        };
    }

    private static Node.Mapping withStandIn(Section section, Node.Mapping mapping) {
        if (section.fallback().isEmpty() || mapping.entries().containsKey(Merge.USE)) {
            return mapping;
        }
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        entries.put(Merge.USE, new Node.Scalar(section.fallback().get(), mapping.origin()));
        return new Node.Mapping(entries, mapping.origin());
    }

    private Optional<Object> components(Class<?> slot, Node.Mapping mapping) {
        Map<String, Object> components = new LinkedHashMap<>();
        mapping.entries().forEach((name, node) -> {
            checkName(name, node.origin(), "the name");
            if (node instanceof Node.Mapping component) {
                component(slot, component).ifPresent(content -> components.put(name, content));
            } else {
                problems.add(node.origin(), "expected a mapping with 'use', found " + node.describe());
            }
        });
        return components.size() == mapping.entries().size()
                ? Optional.of(Collections.unmodifiableMap(components))
                : Optional.empty();
    }

    private Optional<Object> component(Class<?> slot, Node.Mapping written) {
        Map<String, ComponentSpec> known = catalogue.components(slot);
        Node.Mapping mapping = expanded(written, known);
        Node use = mapping.entries().get(Merge.USE);
        if (use == null) {
            problems.add(mapping.origin(), "'use' is missing; known: " + String.join(", ", known.keySet()));
            return Optional.empty();
        }
        String name = use instanceof Node.Scalar scalar ? Scalars.format(scalar.value()) : use.describe();
        ComponentSpec spec = known.get(name);
        if (spec == null) {
            problems.add(use.origin(), "unknown name '" + name + "'" + Suggestion.known(name, known.keySet()));
            return Optional.empty();
        }
        if (spec.schema().isEmpty()) {
            boolean sound = binder.reportUnknownKeys(mapping, List.of(), name, Set.of(Merge.USE));
            return sound ? Optional.of(new ConfiguredComponent(spec, Optional.empty())) : Optional.empty();
        }
        RecordSchema schema = spec.schema().get();
        return binder.bind(mapping, schema, schema.defaults(), name, Set.of(Merge.USE))
                .map(record -> new ConfiguredComponent(spec, Optional.of(record)));
    }

    /** {@code NAME:OPTION} is short for the component {@code OPTION-NAME} if there is one, else for NAME with {@code OPTION: true}. */
    private static Node.Mapping expanded(Node.Mapping mapping, Map<String, ComponentSpec> known) {
        Node use = mapping.entries().get(Merge.USE);
        if (!(use instanceof Node.Scalar scalar && scalar.value() instanceof String name) || name.indexOf(':') < 0) {
            return mapping;
        }
        String base = name.substring(0, name.indexOf(':'));
        String option = name.substring(name.indexOf(':') + 1);
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        if (known.containsKey(option + "-" + base)) {
            entries.put(Merge.USE, new Node.Scalar(option + "-" + base, use.origin()));
        } else if (isFlag(known.get(base), option)) {
            entries.put(Merge.USE, new Node.Scalar(base, use.origin()));
            entries.put(option, new Node.Scalar(true, use.origin()));
        }
        return new Node.Mapping(entries, mapping.origin());
    }

    private static boolean isFlag(ComponentSpec spec, String option) {
        return spec != null
                && spec.schema().stream()
                        .flatMap(schema -> schema.parameters().stream())
                        .anyMatch(
                                parameter -> parameter.key().equals(option) && ValueTypes.isBoolean(parameter.type()));
    }

    private static RecordSchema schema(Section section) {
        return RecordSchema.of(((Class<?>) section.type()).asSubclass(Record.class));
    }
}
