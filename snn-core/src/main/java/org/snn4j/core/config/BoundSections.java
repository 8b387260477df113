package org.snn4j.core.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checked contents of sections. Asking for a section that is not there, or for another form than it has, is an error of the program. */
public final class BoundSections {
    private final Map<String, Object> contents;

    BoundSections(Map<String, Object> contents) {
        this.contents = contents;
    }

    /** Keys of the sections, in alphabetical order. */
    public List<String> keys() {
        return List.copyOf(contents.keySet());
    }

    /** A section that is a record. */
    public <R extends Record> R settings(String key, Class<R> record) {
        return record.cast(content(key));
    }

    /** A section that is one value. */
    public <T> T value(String key, Class<T> type) {
        return type.cast(content(key));
    }

    /** A section that is a list of values. */
    public <T> List<T> values(String key, Class<T> item) {
        return ((List<?>) content(key)).stream().<T>map(item::cast).toList();
    }

    /** A section that holds one component; empty if it is optional and was left out. */
    public Optional<ConfiguredComponent> component(String key) {
        return Optional.ofNullable((ConfiguredComponent) contents.get(key));
    }

    /** A section that holds components by name, in file order. */
    public Map<String, ConfiguredComponent> components(String key) {
        @SuppressWarnings("unchecked") // sections of this form hold nothing else
        Map<String, ConfiguredComponent> components = (Map<String, ConfiguredComponent>) content(key);
        return components;
    }

    /** Content of a section, whatever its form: a {@link ConfiguredComponent}, a map of such, a record or a value. */
    public Object content(String key) {
        Object content = contents.get(key);
        if (content == null) {
            throw new IllegalArgumentException("section is '" + key + "', must be one of " + contents.keySet());
        }
        return content;
    }
}
