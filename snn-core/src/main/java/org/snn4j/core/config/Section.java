package org.snn4j.core.config;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import org.snn4j.core.Check;

/**
 * A top-level key of an experiment file and what may stand there.
 *
 * @param key the key
 * @param kind form of its content
 * @param type slot of a component, record of settings, or type of a value
 * @param optional true if it may be left out with nothing in its place
 * @param fallback what stands for it when it is left out: the name of a component, or a value
 * @param perPhase true if phases may change it
 * @param descriptive true if it changes nothing that is computed, so that it does not count for a run's identity
 */
public record Section(
        String key,
        Kind kind,
        Type type,
        boolean optional,
        Optional<Object> fallback,
        boolean perPhase,
        boolean descriptive) {
    /** Keys that every file knows by itself. */
    static final Set<String> RESERVED = Set.of("extends", "name", "variants", "phases");

    /** Form of a section's content. */
    public enum Kind {
        /** One component: a mapping with {@code use} and its parameters. */
        COMPONENT,
        /** Components by name, in file order. */
        COMPONENTS,
        /** A record. */
        SETTINGS,
        /** A number, a text, or a list of such. */
        VALUE
    }

    public Section {
        Check.notBlank(key, "section key");
        if (key.contains(".") || RESERVED.contains(key)) {
            throw new IllegalArgumentException(
                    "section key is '" + key + "', must have no dot and be none of " + RESERVED);
        }
    }

    /** Slot of a section of components. */
    public Class<?> slot() {
        if (kind != Kind.COMPONENT && kind != Kind.COMPONENTS) {
            throw new IllegalStateException("section '" + key + "' holds no component");
        }
        return (Class<?>) type;
    }

    /** Type of a section of kind VALUE as a person would say it: {@code list of integers}. */
    public String typeName() {
        return ValueTypes.describe(type);
    }

    /** What stands for it when it is left out, as it would be written in a file. */
    public Optional<String> fallbackText() {
        return fallback.map(value -> YamlWriter.inline(RecordTree.of(value)));
    }
}
