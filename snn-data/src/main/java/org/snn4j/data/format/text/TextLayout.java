package org.snn4j.data.format.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snn4j.core.Check;

/**
 * What the columns of a text file mean.
 *
 * @param order the letters t, x, y and p as the columns stand, and - for one that is left out; empty to take the names in the file's first line, or,
 *     where there are none, t, x, y, p
 * @param unit unit of times
 */
public record TextLayout(String order, Unit unit) {
    /** What the file says, or time, column, row and polarity. */
    public static final TextLayout DEFAULTS = new TextLayout("", Unit.AUTOMATIC);

    static final String ROLES = "txyp";
    static final char LEFT_OUT = '-';

    private static final List<List<String>> NAMES = List.of(
            List.of(
                    "t",
                    "ts",
                    "time",
                    "timestamp",
                    "timestamps",
                    "t_us",
                    "time_us",
                    "timestamp_us",
                    "t_s",
                    "time_s",
                    "timestamp_s"),
            List.of("x", "column", "col"),
            List.of("y", "row"),
            List.of("p", "pol", "polarity", "on"));

    /** Unit of times. */
    public enum Unit {
        /**
         * Seconds if the column's name ends with {@code _s} or, without such a name, the first time has a decimal point and the first column and row have
         * none; microseconds if the name ends with {@code _us} or the first time is a whole number.
         */
        AUTOMATIC,
        /** Rounded to microseconds. */
        SECONDS,
        /** Whole numbers. */
        MICROSECONDS
    }

    public TextLayout {
        Check.notNull(order, "order");
        Check.notNull(unit, "unit");
        if (!order.isEmpty() && !complete(order)) {
            throw new IllegalArgumentException(
                    "order is '" + order + "', must have each of t, x, y and p once, and - for others");
        }
    }

    /** True if each role stands once, with nothing else between. */
    static boolean complete(String order) {
        return order.matches("[txyp-]+")
                && ROLES.chars()
                        .allMatch(role -> order.indexOf(role) >= 0 && order.indexOf(role) == order.lastIndexOf(role));
    }

    /** The order that names of columns give; columns of other names are left out. */
    static String orderOf(List<String> names) {
        StringBuilder order = new StringBuilder();
        for (String name : names) {
            String small = name.toLowerCase(Locale.ROOT);
            char role = LEFT_OUT;
            for (int i = 0; i < NAMES.size(); i++) {
                role = NAMES.get(i).contains(small) ? ROLES.charAt(i) : role;
            }
            order.append(role);
        }
        return order.toString();
    }

    /** The unit that the name of the time's column states. */
    static Optional<Unit> unitOf(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.endsWith("_us")) {
            return Optional.of(Unit.MICROSECONDS);
        }
        return small.endsWith("_s") ? Optional.of(Unit.SECONDS) : Optional.empty();
    }
}
