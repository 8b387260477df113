package org.snn4j.core.inject;

import com.google.inject.multibindings.MapBinder;
import org.snn4j.core.config.ComponentSpec;

/** Adds names to one slot. */
public final class SlotBinder<T> {
    private final MapBinder<String, ComponentSpec> components;
    private final Class<T> slot;

    SlotBinder(MapBinder<String, ComponentSpec> components, Class<T> slot) {
        this.components = components;
        this.slot = slot;
    }

    /**
     * @param name what a file writes after {@code use}; kebab-case
     * @param implementation final class with a nested {@code record Config} (or no parameters) and one {@code @Inject} constructor
     */
    public SlotBinder<T> add(String name, Class<? extends T> implementation) {
        components.addBinding(slot.getName() + "/" + name).toInstance(ComponentSpec.of(slot, name, implementation));
        return this;
    }
}
