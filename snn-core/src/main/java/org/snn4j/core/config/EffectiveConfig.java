package org.snn4j.core.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything one variant of an experiment says, checked and complete: every section bound, every default filled in. Immutable.
 *
 * <p>What phases may change is asked of {@link #phase}, the rest of {@link #shared}; a file without phases has one,
 * {@value #ONLY_PHASE}.
 */
public final class EffectiveConfig {
    /** Name of the phase of a file that names none. */
    public static final String ONLY_PHASE = "train";

    private final String name;
    private final Catalogue catalogue;
    private final Map<String, Object> shared;
    private final Map<String, Map<String, Object>> phases;
    private final boolean phasesWritten;

    /**
     * @param shared bound content of the sections that no phase changes
     * @param phases bound content of the other sections, by phase
     * @param phasesWritten false if the only phase was not named by the file
     */
    EffectiveConfig(
            String name,
            Catalogue catalogue,
            Map<String, Object> shared,
            Map<String, Map<String, Object>> phases,
            boolean phasesWritten) {
        this.name = name;
        this.catalogue = catalogue;
        this.shared = Collections.unmodifiableMap(new TreeMap<>(shared));
        Map<String, Map<String, Object>> copy = new LinkedHashMap<>();
        phases.forEach((phase, bound) -> copy.put(phase, Collections.unmodifiableMap(new TreeMap<>(bound))));
        this.phases = Collections.unmodifiableMap(copy);
        this.phasesWritten = phasesWritten;
    }

    /** Name of the experiment. */
    public String name() {
        return name;
    }

    /** Names of the phases, in order; at least one. */
    public List<String> phases() {
        return List.copyOf(phases.keySet());
    }

    /** Sections that stay the same in all phases. */
    public BoundSections shared() {
        return new BoundSections(shared);
    }

    /** Sections of one phase that phases may change. */
    public BoundSections phase(String phase) {
        Map<String, Object> bound = phases.get(phase);
        if (bound == null) {
            throw new IllegalArgumentException("phase is '" + phase + "', must be one of " + phases.keySet());
        }
        return new BoundSections(bound);
    }

    /** The same with another value for a section of kind {@link Section.Kind#VALUE}, for instance one seed in place of all. */
    public EffectiveConfig withValue(String key, Object value) {
        Section section =
                catalogue.section(key).orElseThrow(() -> new IllegalArgumentException("no section '" + key + "'"));
        if (section.kind() != Section.Kind.VALUE || section.perPhase()) {
            throw new IllegalArgumentException("section '" + key + "' is no value for all phases");
        }
        Problems problems = new Problems();
        Optional<Object> checked =
                new RecordBinder(problems).value(RecordTree.of(value), section.type(), Optional.empty());
        problems.throwIfAny();
        Map<String, Object> changed = new TreeMap<>(shared);
        changed.put(key, checked.orElseThrow());
        return new EffectiveConfig(name, catalogue, changed, phases, phasesWritten);
    }

    /** The complete file: reading it gives this configuration again. */
    public String toYaml() {
        return YamlWriter.document(tree());
    }

    /** The tree that {@link #toYaml} writes. What all phases agree on stands at the top. */
    public Node.Mapping tree() {
        Map<String, Object> top = new TreeMap<>(shared);
        Map<String, Map<String, Object>> own = new LinkedHashMap<>();
        phases.forEach((phase, bound) -> own.put(phase, new TreeMap<>(bound)));
        Map<String, Object> first = phases.values().iterator().next();
        first.forEach((key, content) -> {
            if (phases.values().stream().allMatch(phase -> Objects.equals(phase.get(key), content))) {
                top.put(key, content);
                own.values().forEach(phase -> phase.remove(key));
            }
        });
        Map<String, Node> entries = new LinkedHashMap<>();
        entries.put("name", RecordTree.of(name));
        entries.putAll(sections(top).entries());
        if (phasesWritten) {
            Map<String, Node> written = new LinkedHashMap<>();
            own.forEach((phase, bound) -> written.put(phase, sections(bound)));
            entries.put("phases", new Node.Mapping(written, RecordTree.NOWHERE));
        }
        return new Node.Mapping(entries, RecordTree.NOWHERE);
    }

    /**
     * SHA-256 of everything that decides what is computed, in hexadecimal. Independent of the order in which a file states
     * its keys, except where order counts (objectives, phases, lists), of how numbers are spelt, of the experiment's name
     * and of descriptive sections.
     */
    public String identity() {
        Map<String, Object> counted = new TreeMap<>(shared);
        counted.keySet()
                .removeIf(
                        key -> catalogue.section(key).map(Section::descriptive).orElse(false));
        List<Object> ordered = new ArrayList<>();
        phases.forEach((phase, bound) -> ordered.add(List.of(phase, bound)));
        return Identity.of(List.of(counted, ordered));
    }

    private static Node.Mapping sections(Map<String, Object> bound) {
        Map<String, Node> entries = new LinkedHashMap<>();
        bound.forEach((key, content) -> entries.put(key, RecordTree.of(content)));
        return new Node.Mapping(entries, RecordTree.NOWHERE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EffectiveConfig that
                && name.equals(that.name)
                && shared.equals(that.shared)
                && List.copyOf(phases.entrySet()).equals(List.copyOf(that.phases.entrySet()))
                && phasesWritten == that.phasesWritten;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, shared, phases);
    }

    @Override
    public String toString() {
        return toYaml();
    }
}
