package org.snn4j.core.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A component that a file chose, with its checked parameters; not yet made.
 *
 * @param spec the component
 * @param config its parameters; empty if it has none
 */
public record ConfiguredComponent(ComponentSpec spec, Optional<Record> config) {
    /** As it would be written in a file, with every default filled in. */
    Node.Mapping tree() {
        Map<String, Node> entries = new LinkedHashMap<>();
        entries.put(Merge.USE, RecordTree.of(spec.name()));
        config.ifPresent(record -> entries.putAll(RecordTree.ofRecord(record).entries()));
        return new Node.Mapping(entries, RecordTree.NOWHERE);
    }
}
