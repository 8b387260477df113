package org.snn4j.core.config;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snn4j.core.Suggestion;

/**
 * Makes records and values of tree nodes. Keys are merged onto the defaults first, so a key that is left out never turns into 0.
 *
 * <p>Returns empty where a problem was found; one record reports all of its problems, in order of its components.
 */
final class RecordBinder {
    private final Problems problems;

    RecordBinder(Problems problems) {
        this.problems = problems;
    }

    /**
     * @param owner what an unknown key is unknown to, for instance a component's name; may be empty
     * @param ignored keys that are not the record's business
     */
    Optional<Record> bind(
            Node.Mapping node, RecordSchema schema, Optional<Record> defaults, String owner, Set<String> ignored) {
        boolean complete = reportUnknownKeys(node, schema.keys(), owner, ignored);
        Object[] values = new Object[schema.parameters().size()];
        Object[] fallbacks = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            RecordSchema.Parameter parameter = schema.parameters().get(i);
            Optional<Object> fallback = fallback(parameter, schema, defaults, i);
            fallbacks[i] = fallback.orElse(null);
            Node given = node.entries().get(parameter.key());
            if (given == null && fallback.isEmpty()) {
                problems.add(node.origin(), "'" + parameter.key() + "' is missing; expected " + parameter.typeName());
            }
            Optional<Object> value = given == null ? fallback : value(given, parameter.type(), fallback);
            complete &= value.isPresent();
            values[i] = value.orElse(fallbacks[i]);
        }
        Optional<Record> record = create(node, schema, values, fallbacks);
        return complete ? record : Optional.empty();
    }

    boolean reportUnknownKeys(Node.Mapping node, List<String> known, String owner, Set<String> ignored) {
        boolean none = true;
        for (Map.Entry<String, Node> entry : node.entries().entrySet()) {
            if (!known.contains(entry.getKey()) && !ignored.contains(entry.getKey())) {
                Origin at = entry.getValue().origin();
                String whose = owner.isEmpty() ? "" : " for " + owner;
                problems.add(
                        at.parent(),
                        "unknown key '" + entry.getKey() + "'" + whose + Suggestion.known(entry.getKey(), known));
                none = false;
            }
        }
        return none;
    }

    private static Optional<Object> fallback(
            RecordSchema.Parameter parameter, RecordSchema schema, Optional<Record> defaults, int index) {
        Optional<Object> value =
                defaults.map(record -> RecordSchema.read(schema.record().getRecordComponents()[index], record));
        return value.isEmpty() && ValueTypes.is(parameter.type(), Optional.class)
                ? Optional.of(Optional.empty())
                : value;
    }

    /** Calls the constructor; a value it refuses is reported and replaced by its default, until it refuses none. */
    private Optional<Record> create(Node.Mapping node, RecordSchema schema, Object[] values, Object[] fallbacks) {
        boolean sound = true;
        while (true) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    return Optional.empty();
                }
            }
            try {
                Record record = schema.create(values);
                return sound ? Optional.of(record) : Optional.empty();
            } catch (IllegalArgumentException refusal) {
                sound = false;
                int blamed = blamed(schema, refusal.getMessage());
                String key = blamed < 0 ? "" : schema.parameters().get(blamed).key();
                Node given = node.entries().get(key);
                problems.add(given == null ? node.origin() : given.origin(), refusal.getMessage());
                if (given == null || fallbacks[blamed] == null || fallbacks[blamed].equals(values[blamed])) {
                    return Optional.empty();
                }
                values[blamed] = fallbacks[blamed];
            }
        }
    }

    /** Messages begin with the name of the value they refuse, in camel case, kebab-case or words; the longest name that fits is meant. */
    private static int blamed(RecordSchema schema, String message) {
        String start = String.valueOf(message).toLowerCase(Locale.ROOT).replace('-', ' ');
        int best = -1;
        int length = 0;
        for (int i = 0; i < schema.parameters().size(); i++) {
            RecordSchema.Parameter parameter = schema.parameters().get(i);
            for (String name : List.of(
                    parameter.component().toLowerCase(Locale.ROOT),
                    parameter.key().replace('-', ' '))) {
                if (start.startsWith(name + " ") && name.length() > length) {
                    best = i;
                    length = name.length();
                }
            }
        }
        return best;
    }

    /** @param fallback for a record, the values of the keys that are left out */
    Optional<Object> value(Node node, Type type, Optional<Object> fallback) {
        if (ValueTypes.is(type, Optional.class)) {
            return value(node, ValueTypes.item(type), Optional.empty()).map(Optional::of);
        }
        if (ValueTypes.isRecord(type) && node instanceof Node.Mapping mapping) {
            RecordSchema schema = RecordSchema.of(((Class<?>) type).asSubclass(Record.class));
            Optional<Record> defaults = fallback.map(Record.class::cast).or(schema::defaults);
            return bind(mapping, schema, defaults, "", Set.of()).map(record -> record);
        }
        if (ValueTypes.is(type, Map.class) && node instanceof Node.Mapping mapping) {
            return map(mapping, ValueTypes.item(type));
        }
        if (ValueTypes.is(type, List.class) && node instanceof Node.Listing listing) {
            return items(listing, ValueTypes.item(type)).map(List::copyOf);
        }
        if (ValueTypes.is(type, Set.class) && node instanceof Node.Listing listing) {
            return items(listing, ValueTypes.item(type)).flatMap(items -> set(listing, items));
        }
        Optional<Object> scalar = node instanceof Node.Scalar found ? scalar(found, type) : Optional.empty();
        if (scalar.isEmpty()) {
            problems.add(node.origin(), refusal(node, type));
        }
        return scalar;
    }

    private Optional<Object> map(Node.Mapping mapping, Type item) {
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries()
                .forEach((key, node) -> value(node, item, Optional.empty()).ifPresent(value -> values.put(key, value)));
        return values.size() == mapping.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    private Optional<List<Object>> items(Node.Listing listing, Type item) {
        List<Object> values = new ArrayList<>();
        listing.items().forEach(node -> value(node, item, Optional.empty()).ifPresent(values::add));
        return values.size() == listing.items().size() ? Optional.of(values) : Optional.empty();
    }

    private Optional<Object> set(Node.Listing listing, List<Object> items) {
        Set<Object> values = new LinkedHashSet<>(items);
        if (values.size() < items.size()) {
            problems.add(listing.origin(), "an item stands twice in " + YamlWriter.inline(listing));
            return Optional.empty();
        }
        return Optional.of(Collections.unmodifiableSet(values));
    }

    private static Optional<Object> scalar(Node.Scalar node, Type type) {
        Object value = node.value();
        if (value instanceof Long number && ValueTypes.isInteger(type)) {
            boolean isLong = type == long.class || type == Long.class;
            return isLong
                    ? Optional.of(number)
                    : number.intValue() == number ? Optional.of(number.intValue()) : Optional.empty();
        }
        if (value instanceof Number number && ValueTypes.isReal(type)) {
            boolean isDouble = type == double.class || type == Double.class;
            return Optional.of(isDouble ? (Object) number.doubleValue() : (Object) number.floatValue());
        }
        if (value instanceof Boolean && ValueTypes.isBoolean(type) || value instanceof String && type == String.class) {
            return Optional.of(value);
        }
        if (value instanceof String name && ValueTypes.isEnum(type)) {
            int index = ValueTypes.constants(type).indexOf(name);
            return index < 0 ? Optional.empty() : Optional.of(((Class<?>) type).getEnumConstants()[index]);
        }
        return Optional.empty();
    }

    private static String refusal(Node node, Type type) {
        if (ValueTypes.isEnum(type) && node instanceof Node.Scalar scalar && scalar.value() instanceof String name) {
            return "unknown value '" + name + "'" + Suggestion.known(name, ValueTypes.constants(type));
        }
        String hint = "";
        if (type == String.class && node instanceof Node.Scalar scalar && !scalar.isNull()) {
            hint = "; put it in quotes if a text is meant";
        } else if (ValueTypes.is(type, List.class) && node instanceof Node.Scalar) {
            hint = "; a list is written [a, b]";
        }
        return "expected " + ValueTypes.describe(type) + ", found " + node.describe() + hint;
    }
}
