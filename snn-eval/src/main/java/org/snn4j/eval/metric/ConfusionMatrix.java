package org.snn4j.eval.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.snn4j.core.Check;

/**
 * How often each class was taken for each other.
 *
 * @param classes names by label, K of them
 * @param counts [K][K], row = true class, column = predicted class
 */
public record ConfusionMatrix(List<String> classes, long[][] counts) {
    public ConfusionMatrix {
        classes = List.copyOf(classes);
        Check.atLeast(classes.size(), 1, "number of classes");
        int size = classes.size();
        if (counts.length != size || Arrays.stream(counts).anyMatch(row -> row.length != size)) {
            throw new IllegalArgumentException("counts must be " + size + " rows of as many columns");
        }
        counts = copy(counts);
    }

    @Override
    public long[][] counts() {
        return copy(counts);
    }

    /** Samples of a class that were predicted as another (or the same). */
    public long count(int trueClass, int predicted) {
        return counts[trueClass][predicted];
    }

    /** All samples. */
    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Samples on the diagonal. */
    public long correct() {
        long correct = 0;
        for (int k = 0; k < counts.length; k++) {
            correct += counts[k][k];
        }
        return correct;
    }

    /** Comma-separated, one line per true class, with a header; names with commas, quotes or line ends are quoted. */
    public String toCsv() {
        StringBuilder csv = new StringBuilder("true class (rows) / predicted class (columns) [recordings]");
        classes.forEach(name -> csv.append(',').append(quote(name)));
        for (int k = 0; k < counts.length; k++) {
            String row = Arrays.stream(counts[k]).mapToObj(Long::toString).collect(Collectors.joining(","));
            csv.append('\n').append(quote(classes.get(k))).append(',').append(row);
        }
        return csv.append('\n').toString();
    }

    private static String quote(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static long[][] copy(long[][] counts) {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }
}
