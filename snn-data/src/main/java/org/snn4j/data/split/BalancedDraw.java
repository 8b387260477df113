package org.snn4j.data.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.snn4j.core.Check;

/**
 * Draws a part of labelled samples that keeps the proportions of their classes.
 *
 * <p>Each class that has samples gets total * (samples of the class)/(all samples), rounded by largest remainder, ties to the lower label, but at least
 * {@code minimum}. The same generator gives nested parts: a smaller one lies inside a larger one up to rounding of the classes' sizes.
 */
public final class BalancedDraw {
    private BalancedDraw() {}

    /**
     * Draws without replacement.
     *
     * @param labels class of each candidate, &gt;= 0
     * @param total samples to draw; a few more are drawn where rounding leaves a class below {@code minimum}
     * @param minimum samples of each class that occurs, at least
     * @return positions in {@code labels}, ascending
     * @throws IllegalArgumentException if there are fewer than {@code total} candidates or fewer than {@code minimum} of a class, or if {@code total} is
     *     less than {@code minimum} of each
     */
    public static int[] draw(int[] labels, int total, int minimum, RandomGenerator random) {
        Check.inRange(total, 0, labels.length, "samples to draw");
        return draw(labels, quotas(sizes(labels), total, minimum), random);
    }

    /**
     * As {@link #draw}, but a part drawn by the same generator always lies inside every larger one, also where classes differ in size.
     *
     * <p>Classes get their samples one by one, each going to the class with the largest (samples of the class)/(2*drawn + 1), ties to the lower label.
     */
    public static int[] nested(int[] labels, int total, int minimum, RandomGenerator random) {
        Check.inRange(total, 0, labels.length, "samples to draw");
        return draw(labels, nestedQuotas(sizes(labels), total, minimum), random);
    }

    private static int[] draw(int[] labels, int[] quota, RandomGenerator random) {
        List<Integer> drawn = new ArrayList<>();
        for (int label = 0; label < quota.length; label++) {
            int wanted = label;
            int[] members = IntStream.range(0, labels.length)
                    .filter(i -> labels[i] == wanted)
                    .toArray();
            shufflei(members, random);
            Arrays.stream(members, 0, quota[label]).forEach(drawn::add);
        }
        return drawn.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Samples per class; {@code sizes} are the candidates per class. */
    static int[] quotas(int[] sizes, int total, int minimum) {
        long all = Arrays.stream(sizes).asLongStream().sum();
        requireMinimum(sizes, total, minimum);
        int[] quota = new int[sizes.length];
        for (int label = 0; label < sizes.length; label++) {
            quota[label] = all == 0 ? 0 : (int) (total * (long) sizes[label] / all);
        }
        int missing = total - Arrays.stream(quota).sum();
        IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer label) -> -(total * (long) sizes[label] % Math.max(all, 1))))
                .limit(missing)
                .forEach(label -> quota[label]++);
        for (int label = 0; label < sizes.length; label++) {
            quota[label] = Math.max(quota[label], Math.min(minimum, sizes[label]));
        }
        return quota;
    }

    private static void requireMinimum(int[] sizes, int total, int minimum) {
        int present = 0;
        for (int label = 0; label < sizes.length; label++) {
            if (sizes[label] > 0 && sizes[label] < minimum) {
                throw new IllegalArgumentException(
                        "class " + label + " has " + sizes[label] + " samples, must have at least " + minimum);
            }
            present += sizes[label] > 0 ? 1 : 0;
        }
        if (total < minimum * present) {
            throw new IllegalArgumentException("asks for " + total + " samples, must ask for at least " + minimum
                    + " of each of the " + present + " classes");
        }
    }

    /** Samples per class by the method of odd divisors, in which no class ever loses when more are drawn. */
    static int[] nestedQuotas(int[] sizes, int total, int minimum) {
        requireMinimum(sizes, total, minimum);
        int[] quota = new int[sizes.length];
        PriorityQueue<Integer> next = new PriorityQueue<>((a, b) -> {
            int order = Long.compare(sizes[b] * (2L * quota[a] + 1), sizes[a] * (2L * quota[b] + 1));
            return order == 0 ? Integer.compare(a, b) : order;
        });
        IntStream.range(0, sizes.length).filter(label -> sizes[label] > 0).forEach(next::add);
        for (int drawn = 0; drawn < total; drawn++) {
            int label = next.remove();
            quota[label]++;
            if (quota[label] < sizes[label]) {
                next.add(label);
            }
        }
        Arrays.setAll(quota, label -> Math.max(quota[label], Math.min(minimum, sizes[label])));
        return quota;
    }

    private static int[] sizes(int[] labels) {
        int[] sizes = new int[Arrays.stream(labels).max().orElse(-1) + 1];
        for (int label : labels) {
            sizes[label]++;
        }
        return sizes;
    }

    static void shufflei(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }
}
