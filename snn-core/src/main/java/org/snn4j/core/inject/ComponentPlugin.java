package org.snn4j.core.inject;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import java.lang.reflect.Type;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.config.Section;

/**
 * Tells SNN4J which components a jar brings, and nothing but names.
 *
 * <pre>{@code
 * public final class MyPlugin extends ComponentPlugin {
 *     protected void configure() {
 *         slot(Neuron.class).add("my-neuron", MyNeuron.class);
 *     }
 * }
 * }</pre>
 *
 * <p>Found through one line in {@code META-INF/services/org.snn4j.core.inject.ComponentPlugin}; our own are found the same way. What a file
 * chooses is decided before any component exists, so there is nothing to decide in here.
 */
public abstract class ComponentPlugin extends AbstractModule {
    /** A section with one component: {@code neuron: {use: lif, tau: 2.0}}. Its consumer injects the slot. */
    protected final SectionBuilder section(String key, Class<?> slot) {
        return declare(key, Section.Kind.COMPONENT, slot);
    }

    /** A section with components by name, such as {@code objectives}. Its consumer injects {@code Map<String, Slot>}, in file order. */
    protected final SectionBuilder sections(String key, Class<?> slot) {
        return declare(key, Section.Kind.COMPONENTS, slot);
    }

    /** A section that is one record. Its consumer injects the record. */
    protected final SectionBuilder settings(String key, Class<? extends Record> record) {
        return declare(key, Section.Kind.SETTINGS, record);
    }

    /** A section that is a number, a text, an enum or a list of such. Its consumer injects it as {@code @Named(key)}. */
    protected final SectionBuilder value(String key, Class<?> type) {
        return declare(key, Section.Kind.VALUE, type);
    }

    /** As {@link #value(String, Class)}, for instance with {@code new TypeLiteral<List<Long>>() {}}. */
    protected final SectionBuilder value(String key, TypeLiteral<?> type) {
        return declare(key, Section.Kind.VALUE, type.getType());
    }

    /** Adds components to a slot, whoever declared its section. A name given twice stops the program, naming both classes. */
    protected final <T> SlotBinder<T> slot(Class<T> slot) {
        return new SlotBinder<>(
                MapBinder.newMapBinder(binder(), String.class, ComponentSpec.class)
                        .permitDuplicates(),
                slot);
    }

    /** Binds what is made of components, such as a neuron of its four parts: installed in the injector of every experiment. */
    protected final void collaborators(Module module) {
        Multibinder.newSetBinder(binder(), Collaborators.class)
                .addBinding()
                .toInstance(new Collaborators(module, false));
    }

    /** As {@link #collaborators}, but made anew for each phase: for whatever needs a section that phases may change. */
    protected final void phaseCollaborators(Module module) {
        Multibinder.newSetBinder(binder(), Collaborators.class)
                .addBinding()
                .toInstance(new Collaborators(module, true));
    }

    private SectionBuilder declare(String key, Section.Kind kind, Type type) {
        SectionBuilder builder = new SectionBuilder(key, kind, type);
        Multibinder.newSetBinder(binder(), Section.class).addBinding().toProvider(builder::build);
        return builder;
    }
}
