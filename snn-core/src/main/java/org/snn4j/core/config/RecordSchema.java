package org.snn4j.core.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a record in a file: one per component, with type and default.
 *
 * @param record the record
 * @param defaults its {@code public static final DEFAULTS}; empty if it has none, then every key must be given
 * @param parameters its components in declaration order
 */
public record RecordSchema(Class<? extends Record> record, Optional<Record> defaults, List<Parameter> parameters) {
    /**
     * One key.
     *
     * @param key spelling in files, {@code learning-rate}
     * @param component the record's component, {@code learningRate}
     * @param type its declared type
     * @param fallback value in DEFAULTS
     */
    public record Parameter(String key, String component, Type type, Optional<Object> fallback) {
        /** Its type as a person would say it: {@code number}, {@code one of by-number, by-time}, {@code list of integers}. */
        public String typeName() {
            return ValueTypes.describe(type);
        }

        /** Its default as it would be written in a file; empty if it must be given. */
        public Optional<String> defaultText() {
            return fallback.map(value -> YamlWriter.inline(RecordTree.of(value)));
        }
    }

    /**
     * @throws IllegalArgumentException if a component has a type that no file can express
     */
    public static RecordSchema of(Class<? extends Record> record) {
        Optional<Record> defaults = defaults(record);
        List<Parameter> parameters = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Type type = component.getGenericType();
            ValueTypes.requireBindable(type, record.getName() + "." + component.getName());
            Optional<Object> fallback = defaults.map(value -> read(component, value));
            if (fallback.isPresent() && fallback.get() instanceof Optional<?> held && held.isPresent()) {
                throw new IllegalArgumentException(record.getName() + "." + component.getName()
                        + " is Optional, so it must be empty in DEFAULTS: leaving it out says so");
            }
            parameters.add(new Parameter(Kebab.fromCamel(component.getName()), component.getName(), type, fallback));
        }
        return new RecordSchema(record, defaults, List.copyOf(parameters));
    }

    /** The keys, in declaration order. */
    public List<String> keys() {
        return parameters.stream().map(Parameter::key).toList();
    }

    /**
     * Calls the canonical constructor.
     *
     * @throws IllegalArgumentException as the record itself
     */
    Record create(Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("constructor of " + record.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot call the constructor of " + record.getName(), e);
        }
    }

    static Object read(RecordComponent component, Record value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static Optional<Record> defaults(Class<? extends Record> record) {
        try {
            Field field = record.getDeclaredField("DEFAULTS");
            if (!Modifier.isStatic(field.getModifiers()) || field.getType() != record) {
                throw new IllegalArgumentException(
                        record.getName() + ".DEFAULTS must be static and of the record's own type");
            }
            field.setAccessible(true);
            return Optional.of((Record) field.get(null));
        } catch (NoSuchFieldException e) {
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + record.getName() + ".DEFAULTS", e);
        }
    }
}
