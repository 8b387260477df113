package org.snn4j.core.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns values back into the tree they are bound from; what is an empty Optional is left out. */
final class RecordTree {
    static final Origin NOWHERE = new Origin("defaults", 0, List.of());

    private RecordTree() {}

    static Node of(Object value) {
        if (value instanceof ConfiguredComponent component) {
            return component.tree();
        }
        if (value instanceof Record record) {
            return ofRecord(record);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Node> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> entries.put((String) key, of(item)));
            return new Node.Mapping(entries, NOWHERE);
        }
        if (value instanceof Collection<?> items) {
            List<Node> nodes = new ArrayList<>();
            items.forEach(item -> nodes.add(of(item)));
            return new Node.Listing(nodes, NOWHERE);
        }
        if (value instanceof Optional<?> held) {
            return held.map(RecordTree::of).orElse(new Node.Scalar(null, NOWHERE));
        }
        return new Node.Scalar(scalar(value), NOWHERE);
    }

    static Node.Mapping ofRecord(Record record) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = RecordSchema.read(component, record);
            if (!(value instanceof Optional<?> held && held.isEmpty())) {
                entries.put(Kebab.fromCamel(component.getName()), of(value));
            }
        }
        return new Node.Mapping(entries, NOWHERE);
    }

    private static Object scalar(Object value) {
        if (value instanceof Enum<?> constant) {
            return Kebab.fromConstant(constant);
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Float number) {
            return Double.parseDouble(number.toString());
        }
        if (value == null
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof String) {
            return value;
        }
        throw new IllegalStateException(value.getClass() + " cannot be written to a file");
    }
}
