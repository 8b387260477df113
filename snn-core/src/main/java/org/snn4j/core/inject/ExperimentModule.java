package org.snn4j.core.inject;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.name.Names;
import java.lang.reflect.Constructor;
import java.util.Map;
import org.snn4j.core.config.BoundSections;
import org.snn4j.core.config.Catalogue;
import org.snn4j.core.config.ConfiguredComponent;
import org.snn4j.core.config.Section;

/**
 * Binds what a file chose. Each component lives in a private module that binds its record and exposes its slot, so one
 * class can serve twice with different parameters.
 *
 * <p>Keys: a section with one component binds its slot without annotation (with {@code @Named(section)} if several sections hold that slot);
 * a section with named components binds {@code Map<String, Slot>}; a settings record binds itself; a value binds {@code @Named(section)}.
 */
final class ExperimentModule extends AbstractModule {
    private final Catalogue catalogue;
    private final BoundSections sections;
    private final boolean perPhase;

    ExperimentModule(Catalogue catalogue, BoundSections sections, boolean perPhase) {
        this.catalogue = catalogue;
        this.sections = sections;
        this.perPhase = perPhase;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
        for (Section section : catalogue.sections()) {
            if (section.perPhase() == perPhase) {
                bindSection(section);
            }
        }
    }

    private void bindSection(Section section) {
        boolean present = sections.keys().contains(section.key());
        switch (section.kind()) {
            case COMPONENT -> {
                Key<Object> key = key(section);
                if (section.optional()) {
                    OptionalBinder.newOptionalBinder(binder(), key);
                }
                sections.component(section.key()).ifPresent(component -> install(new ComponentModule(component, key)));
            }
            case COMPONENTS -> bindNamed(section, present ? sections.components(section.key()) : Map.of());
            case SETTINGS -> {
                if (present) {
                    bindInstance(Key.get(section.type()), sections.content(section.key()));
                }
            }
            case VALUE -> {
                if (present) {
                    bindInstance(Key.get(section.type(), Names.named(section.key())), sections.content(section.key()));
                }
            }
            default -> throw new IllegalStateException("section kind " + section.kind());
        }
    }

    private void bindNamed(Section section, Map<String, ConfiguredComponent> components) {
        @SuppressWarnings("unchecked") // the key's type is only known as the section's slot
        MapBinder<String, Object> map = MapBinder.newMapBinder(
                binder(), TypeLiteral.get(String.class), (TypeLiteral<Object>) TypeLiteral.get(section.type()));
        components.forEach((name, component) -> {
            Key<Object> key = keyOf(section, section.key() + "." + name);
            install(new ComponentModule(component, key));
            map.addBinding(name).to(key);
        });
    }

    private Key<Object> key(Section section) {
        long sharing = catalogue.sections().stream()
                .filter(other ->
                        other.kind() == Section.Kind.COMPONENT && other.type().equals(section.type()))
                .count();
        return keyOf(section, sharing > 1 ? section.key() : null);
    }

    @SuppressWarnings("unchecked") // the key's type is only known as the section's slot
    private static Key<Object> keyOf(Section section, String name) {
        return (Key<Object>) (name == null ? Key.get(section.type()) : Key.get(section.type(), Names.named(name)));
    }

    @SuppressWarnings("unchecked") // the content was bound to the section's type
    private void bindInstance(Key<?> key, Object content) {
        bind((Key<Object>) key).toInstance(content);
    }

    /** One component and its record, invisible to all others but for the slot. */
    private static final class ComponentModule extends PrivateModule {
        private final ConfiguredComponent component;
        private final Key<Object> key;

        ComponentModule(ConfiguredComponent component, Key<Object> key) {
            this.component = component;
            this.key = key;
        }

        @Override
        protected void configure() {
            component.config().ifPresent(this::bindConfig);
            Constructor<?> constructor = component.spec().constructor();
            bind(key).toConstructor(constructor).in(Scopes.SINGLETON);
            expose(key);
        }

        @SuppressWarnings("unchecked") // a record is an instance of its own class
        private void bindConfig(Record config) {
            bind((Class<Record>) config.getClass()).toInstance(config);
        }
    }
}
