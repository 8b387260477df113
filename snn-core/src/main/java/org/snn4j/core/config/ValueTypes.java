package org.snn4j.core.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The Java types that a file can express, and their names in messages. */
final class ValueTypes {
    private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> REALS = Set.of(double.class, Double.class, float.class, Float.class);
    private static final Set<Class<?>> CONTAINERS = Set.of(List.class, Set.class, Map.class, Optional.class);

    private ValueTypes() {}

    static boolean isInteger(Type type) {
        return INTEGERS.contains(type);
    }

    static boolean isReal(Type type) {
        return REALS.contains(type);
    }

    static boolean isBoolean(Type type) {
        return type == boolean.class || type == Boolean.class;
    }

    static boolean isEnum(Type type) {
        return type instanceof Class<?> c && c.isEnum();
    }

    static boolean isRecord(Type type) {
        return type instanceof Class<?> c && c.isRecord();
    }

    /** True for {@code List<X>} if asked with List.class, and so on. */
    static boolean is(Type type, Class<?> container) {
        return type instanceof ParameterizedType p && p.getRawType() == container;
    }

    /** Last type argument: the items of a list or set, the values of a map, the content of an Optional. */
    static Type item(Type container) {
        Type[] arguments = ((ParameterizedType) container).getActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    static List<String> constants(Type enumType) {
        return Arrays.stream(((Class<?>) enumType).getEnumConstants())
                .map(c -> Kebab.fromConstant((Enum<?>) c))
                .toList();
    }

    static String describe(Type type) {
        if (isInteger(type)) {
            return "integer";
        }
        if (isReal(type)) {
            return "number";
        }
        if (isBoolean(type)) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        if (isEnum(type)) {
            return "one of " + String.join(", ", constants(type));
        }
        if (isRecord(type)) {
            return "mapping with "
                    + Arrays.stream(((Class<?>) type).getRecordComponents())
                            .map(c -> Kebab.fromCamel(c.getName()))
                            .collect(Collectors.joining(", "));
        }
        if (is(type, Optional.class)) {
            return describe(item(type)) + " or nothing";
        }
        return (is(type, Map.class) ? "mapping of names to " : is(type, Set.class) ? "set of " : "list of ")
                + describe(item(type));
    }

    static void requireBindable(Type type, String what) {
        if (isInteger(type) || isReal(type) || isBoolean(type) || type == String.class || isEnum(type)) {
            return;
        }
        if (isRecord(type)) {
            RecordSchema.of(((Class<?>) type).asSubclass(Record.class));
            return;
        }
        if (type instanceof ParameterizedType p && CONTAINERS.contains(p.getRawType())) {
            if (is(type, Map.class) && p.getActualTypeArguments()[0] != String.class) {
                throw new IllegalArgumentException(what + " is " + type + ", must have keys of type String");
            }
            requireBindable(item(type), what);
            return;
        }
        throw new IllegalArgumentException(
                what + " is " + type.getTypeName() + ", which a file cannot express; use numbers, boolean, String,"
                        + " enums, records, or List, Set, Map<String, ...> or Optional of such");
    }
}
