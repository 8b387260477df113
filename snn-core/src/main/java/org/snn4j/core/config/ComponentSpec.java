package org.snn4j.core.config;

import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snn4j.core.Reference;

/**
 * What is known about a registered component: enough to check its part of a file, to list it and to make it.
 *
 * @param slot interface it fills
 * @param name what a file writes after {@code use}
 * @param implementation final class with one constructor to be called
 * @param config its nested record {@code Config}; empty if it has no parameters
 */
public record ComponentSpec(
        Class<?> slot, String name, Class<?> implementation, Optional<Class<? extends Record>> config) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public ComponentSpec {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "component name is '" + name + "', must be kebab-case such as 'time-step-mixup'");
        }
        if (!slot.isAssignableFrom(implementation)) {
            throw new IllegalArgumentException(implementation.getName() + " does not implement " + slot.getName());
        }
        if (implementation.isInterface() || Modifier.isAbstract(implementation.getModifiers())) {
            throw new IllegalArgumentException(implementation.getName() + " cannot be made: it is abstract");
        }
    }

    /**
     * Looks at the class itself for its {@code Config}.
     *
     * @throws IllegalArgumentException if the class breaks the rules for components
     */
    public static <T> ComponentSpec of(Class<T> slot, String name, Class<? extends T> implementation) {
        Optional<Class<? extends Record>> config = Arrays.stream(implementation.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Config") && nested.isRecord())
                .findFirst()
                .map(nested -> nested.asSubclass(Record.class));
        ComponentSpec spec = new ComponentSpec(slot, name, implementation, config);
        spec.constructor();
        spec.schema();
        return spec;
    }

    /** The constructor with {@code @Inject}, or the only public one. */
    public Constructor<?> constructor() {
        List<Constructor<?>> marked = Arrays.stream(implementation.getConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
                .toList();
        List<Constructor<?>> candidates = marked.isEmpty() ? List.of(implementation.getConstructors()) : marked;
        if (candidates.size() != 1) {
            throw new IllegalArgumentException(
                    implementation.getName() + " needs one public constructor with @Inject, has " + marked.size());
        }
        return candidates.get(0);
    }

    /** Its parameters with types and defaults; empty if it has none. */
    public Optional<RecordSchema> schema() {
        return config.map(RecordSchema::of);
    }

    /** The publication it follows, if it names one. */
    public Optional<Reference> reference() {
        return Optional.ofNullable(implementation.getAnnotation(Reference.class));
    }
}
