package org.snn4j.core.config;

import java.util.Set;
import java.util.regex.Pattern;

/** Meaning of unquoted scalars: the core schema of YAML 1.2, so {@code 1e-3} is a number and {@code no} is a text. */
final class Scalars {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUTHS = Set.of("true", "True", "TRUE");
    private static final Set<String> LIES = Set.of("false", "False", "FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern REAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
    private static final Set<String> NOT_A_NUMBER = Set.of(".nan", ".NaN", ".NAN");

    private Scalars() {}

    /** @return null, a Boolean, a Long, a Double or the text itself */
    static Object parse(String plain) {
        if (NULLS.contains(plain)) {
            return null;
        }
        if (TRUTHS.contains(plain) || LIES.contains(plain)) {
            return TRUTHS.contains(plain);
        }
        if (INTEGER.matcher(plain).matches()) {
            try {
                return Long.parseLong(plain);
            } catch (NumberFormatException tooLong) {
                return Double.parseDouble(plain);
            }
        }
        if (REAL.matcher(plain).matches()) {
            return Double.parseDouble(plain);
        }
        if (INFINITE.matcher(plain).matches()) {
            return plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return NOT_A_NUMBER.contains(plain) ? (Object) Double.NaN : plain;
    }

    /** Text that {@link #parse} reads back as the same value; a String may need quotes, see {@link #needsQuotes}. */
    static String format(Object value) {
        if (value instanceof Double number) {
            if (number.isNaN()) {
                return ".nan";
            }
            if (number.isInfinite()) {
                return number > 0 ? ".inf" : "-.inf";
            }
        }
        return String.valueOf(value);
    }

    /** True if the text would be read as something else without quotes. */
    static boolean needsQuotes(String text) {
        return !(parse(text) instanceof String);
    }
}
