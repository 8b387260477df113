package org.snn4j.data.format.numpy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snn4j.core.Check;

/**
 * What the columns of arrays mean where they do not say it.
 *
 * @param order the columns of arrays of shape [events, columns] without names: the letters t, x, y and p, and - for one that is left out
 * @param seconds true if times are seconds instead of microseconds; floating times in seconds are rounded to microseconds
 */
public record ArrayLayout(String order, boolean seconds) {
    /** Time, column, row, polarity; microseconds. */
    public static final ArrayLayout DEFAULTS = new ArrayLayout("txyp", false);

    static final String ROLES = "txyp";

    private static final double MICROSECONDS = 1e6;

    private static final List<List<String>> NAMES = List.of(
            List.of("t", "ts", "time", "times", "timestamp", "timestamps"),
            List.of("x", "xs"),
            List.of("y", "ys"),
            List.of("p", "ps", "pol", "polarity", "polarities", "on", "is_increase"));

    public ArrayLayout {
        Check.notBlank(order, "order");
        for (char role : ROLES.toCharArray()) {
            if (order.indexOf(role) < 0 || order.indexOf(role) != order.lastIndexOf(role)) {
                throw new IllegalArgumentException("order is '" + order + "', must have each of t, x, y and p once");
            }
        }
        if (!order.matches("[txyp-]{4,32}")) {
            throw new IllegalArgumentException(
                    "order is '" + order + "', must be made of t, x, y, p and -, at most 32");
        }
    }

    /** Factor that makes microseconds of times and leaves the rest. */
    double scale(int role) {
        return role == 0 && seconds ? MICROSECONDS : 1;
    }

    /** Which of time, column, row and polarity, 0 to 3, a name stands for. */
    static Optional<Integer> role(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        for (int role = 0; role < NAMES.size(); role++) {
            if (NAMES.get(role).contains(small)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
