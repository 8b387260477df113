package org.snn4j.core.config;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of configuration that knows where it was written. Immutable. */
public sealed interface Node {
    /** Where it was written. */
    Origin origin();

    /** What a message calls it. */
    String describe();

    /** The same, written elsewhere. */
    Node at(Origin place);

    /**
     * A value: null, a Boolean, a Long, a Double or a String.
     *
     * @param value the value
     * @param origin where it was written
     */
    record Scalar(Object value, Origin origin) implements Node {
        /** True if it removes what a base states. */
        public boolean isNull() {
            return value == null;
        }

        @Override
        public Scalar at(Origin place) {
            return new Scalar(value, place);
        }

        @Override
        public String describe() {
            if (value == null) {
                return "nothing";
            }
            if (value instanceof String) {
                return "text '" + value + "'";
            }
            return (value instanceof Boolean ? "" : "number ") + value;
        }
    }

    /**
     * A list.
     *
     * @param items its items
     * @param origin where it was written
     */
    record Listing(List<Node> items, Origin origin) implements Node {
        public Listing {
            items = List.copyOf(items);
        }

        @Override
        public Listing at(Origin place) {
            return new Listing(items, place);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /**
     * Keys and values, in the order of the file.
     *
     * @param entries its entries
     * @param origin where it was written
     */
    record Mapping(Map<String, Node> entries, Origin origin) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public Mapping at(Origin place) {
            return new Mapping(entries, place);
        }

        @Override
        public String describe() {
            return "a mapping";
        }

        /** The same mapping without some keys. */
        Mapping without(Collection<String> keys) {
            Map<String, Node> rest = new LinkedHashMap<>(entries);
            rest.keySet().removeAll(keys);
            return new Mapping(rest, origin);
        }
    }
}
