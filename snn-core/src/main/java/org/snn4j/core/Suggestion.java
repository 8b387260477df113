package org.snn4j.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code "; known: a, b"} and, if one is close, {@code "; did you mean 'a'?"}. */
    public static String known(String given, Collection<String> names) {
        String known = "; known: " + (names.isEmpty() ? "none" : String.join(", ", names));
        return known
                + closest(given, names)
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("");
    }

    /** The nearest name, if at most a third of its letters differ (one letter in a short name). */
    public static Optional<String> closest(String given, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(given, name) <= Math.max(1, Math.max(name.length(), given.length()) / 3))
                .min(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Edit distance in which swapping two neighbours counts once (optimal string alignment). */
    public static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
