package org.snn4j.core.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snn4j.core.ConfigurationException;

/** Everything that a file may name: the sections and, for each slot, its components. What {@code snn list} prints. */
public final class Catalogue {
    private final Map<String, Section> sections = new TreeMap<>();
    private final Map<String, Map<String, ComponentSpec>> components = new TreeMap<>();
    private final Map<String, Class<?>> slots = new LinkedHashMap<>();

    /**
     * @throws ConfigurationException if a section or the name of a component is given twice, or a section falls back on an unknown component
     */
    public Catalogue(Collection<Section> sections, Collection<ComponentSpec> components) {
        List<String> conflicts = new ArrayList<>();
        for (ComponentSpec component : components) {
            slots.putIfAbsent(component.slot().getName(), component.slot());
            ComponentSpec other = this.components
                    .computeIfAbsent(component.slot().getName(), slot -> new TreeMap<>())
                    .putIfAbsent(component.name(), component);
            if (other != null) {
                conflicts.add("name '" + component.name() + "' of slot "
                        + component.slot().getSimpleName() + " is given twice: by "
                        + other.implementation().getName() + " and by "
                        + component.implementation().getName());
            }
        }
        for (Section section : sections) {
            Section other = this.sections.putIfAbsent(section.key(), section);
            if (other != null) {
                conflicts.add("section '" + section.key() + "' is declared twice: for "
                        + other.type().getTypeName() + " and for "
                        + section.type().getTypeName());
            }
        }
        this.sections.values().stream()
                .filter(section -> section.kind() == Section.Kind.COMPONENT)
                .forEach(section -> {
                    slots.putIfAbsent(section.slot().getName(), section.slot());
                    section.fallback()
                            .filter(name ->
                                    component(section.slot(), (String) name).isEmpty())
                            .ifPresent(name -> conflicts.add("section '" + section.key() + "' falls back on '" + name
                                    + "', which no plug-in brings"));
                });
        if (!conflicts.isEmpty()) {
            throw new ConfigurationException(conflicts);
        }
    }

    /** All sections, by key in alphabetical order. */
    public List<Section> sections() {
        return List.copyOf(sections.values());
    }

    /** The section with that key. */
    public Optional<Section> section(String key) {
        return Optional.ofNullable(sections.get(key));
    }

    /** Components of a slot by name, in alphabetical order. */
    public Map<String, ComponentSpec> components(Class<?> slot) {
        return Collections.unmodifiableMap(components.getOrDefault(slot.getName(), Map.of()));
    }

    /** One component. */
    public Optional<ComponentSpec> component(Class<?> slot, String name) {
        return Optional.ofNullable(components(slot).get(name));
    }

    /**
     * Slots by the name a person would use: the key of the section that holds one ({@code surrogate}), else the interface
     * in kebab-case. In alphabetical order.
     */
    public Map<String, Class<?>> slots() {
        Map<Class<?>, String> keys = sections.values().stream()
                .filter(section ->
                        section.kind() == Section.Kind.COMPONENT || section.kind() == Section.Kind.COMPONENTS)
                .collect(Collectors.toMap(Section::slot, Section::key, (first, second) -> first, LinkedHashMap::new));
        Map<String, Class<?>> named = new TreeMap<>();
        slots.values().forEach(slot -> named.put(keys.getOrDefault(slot, Kebab.fromCamel(slot.getSimpleName())), slot));
        return named;
    }
}
