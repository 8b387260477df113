package org.snn4j.core.inject;

import java.lang.reflect.Type;
import java.util.Optional;
import org.snn4j.core.config.Section;

/**
 * Says what holds when a section is left out, and who may change it. Without further calls the section is required, unless
 * its record has DEFAULTS.
 */
public final class SectionBuilder {
    private final String key;
    private final Section.Kind kind;
    private final Type type;
    private boolean optional;
    private Object fallback;
    private boolean perPhase;
    private boolean descriptive;

    SectionBuilder(String key, Section.Kind kind, Type type) {
        this.key = key;
        this.kind = kind;
        this.type = type;
    }

    /** May be left out; a consumer injects {@code Optional<Slot>}. */
    public SectionBuilder optional() {
        optional = true;
        return this;
    }

    /** Stands for the section when it is left out: the name of a component (with its defaults), or a value. */
    public SectionBuilder orElse(Object standIn) {
        fallback = standIn;
        return this;
    }

    /** The phases of an experiment may change it. */
    public SectionBuilder perPhase() {
        perPhase = true;
        return this;
    }

    /** Changes nothing that is computed (a table, a list of notes): no part of a run's identity. */
    public SectionBuilder descriptive() {
        descriptive = true;
        return this;
    }

    Section build() {
        return new Section(key, kind, type, optional, Optional.ofNullable(fallback), perPhase, descriptive);
    }
}
