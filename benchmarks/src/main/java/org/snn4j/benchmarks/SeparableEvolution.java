package org.snn4j.benchmarks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.snn4j.core.Reference;

/**
 * Minimises a function of many variables by an evolution strategy that adapts one step size in all and one per variable; deterministic for a given generator.
 *
 * <p>For one thread. The function is called for one point after the other.
 */
@Reference(
        title = "Ros, Hansen, A Simple Modification in CMA-ES Achieving Linear Time and Space Complexity (2008)",
        equation = "sep-CMA-ES, constants of Hansen's tutorial, learning rate times (n + 2)/3")
final class SeparableEvolution {
    private final ToDoubleFunction<double[]> function;
    private final RandomGenerator random;
    private final int population;
    private final double[] weights;
    private final double selected;
    private final double[] mean;
    private final double[] variance;
    private final double[] path;
    private final double[] sizePath;
    private final double sizeRate;
    private final double sizeDamping;
    private final double pathRate;
    private final double rankOneRate;
    private final double rankRate;
    private final double expectedLength;
    private double size;
    private int generation;
    private double[] best;
    private double bestValue;

    /**
     * @param start first mean; its value is the first best
     * @param size first standard deviation of every variable
     */
    SeparableEvolution(ToDoubleFunction<double[]> function, double[] start, double size, RandomGenerator random) {
        this.function = function;
        this.random = random;
        this.size = size;
        int n = start.length;
        mean = start.clone();
        variance = new double[n];
        Arrays.fill(variance, 1);
        path = new double[n];
        sizePath = new double[n];
        population = 4 + (int) (3 * Math.log(n));
        weights = weights(population / 2);
        selected = 1 / Arrays.stream(weights).map(weight -> weight * weight).sum();
        sizeRate = (selected + 2) / (n + selected + 5);
        sizeDamping = 1 + 2 * Math.max(0, Math.sqrt((selected - 1) / (n + 1)) - 1) + sizeRate;
        pathRate = (4 + selected / n) / (n + 4 + 2 * selected / n);
        double rankOne = 2 / ((n + 1.3) * (n + 1.3) + selected);
        double rank = Math.min(1 - rankOne, 2 * (selected - 2 + 1 / selected) / ((n + 2.0) * (n + 2) + selected));
        rankOneRate = rankOne * (n + 2) / 3;
        rankRate = Math.min(1 - rankOneRate, rank * (n + 2) / 3);
        expectedLength = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
        best = start.clone();
        bestValue = function.applyAsDouble(start);
    }

    private static double[] weights(int parents) {
        double[] weights = IntStream.range(0, parents)
                .mapToDouble(i -> Math.log(parents + 0.5) - Math.log(i + 1))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** Makes and judges one generation. */
    void step() {
        double[][] steps = new double[population][mean.length];
        double[] values = new double[population];
        for (int k = 0; k < population; k++) {
            double[] point = new double[mean.length];
            for (int i = 0; i < point.length; i++) {
                steps[k][i] = Math.sqrt(variance[i]) * random.nextGaussian();
                point[i] = mean[i] + size * steps[k][i];
            }
            values[k] = function.applyAsDouble(point);
            if (values[k] < bestValue) {
                bestValue = values[k];
                best = point;
            }
        }
        int[] order = IntStream.range(0, population)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> values[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        generation++;
        adapt(steps, order);
    }

    private void adapt(double[][] steps, int[] order) {
        double[] move = new double[mean.length];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < move.length; i++) {
                move[i] += weights[k] * steps[order[k]][i];
            }
        }
        double squares = 0;
        for (int i = 0; i < move.length; i++) {
            mean[i] += size * move[i];
            sizePath[i] = (1 - sizeRate) * sizePath[i]
                    + Math.sqrt(sizeRate * (2 - sizeRate) * selected) * move[i] / Math.sqrt(variance[i]);
            squares += sizePath[i] * sizePath[i];
        }
        double length = Math.sqrt(squares) / expectedLength;
        boolean steady =
                length / Math.sqrt(1 - Math.pow(1 - sizeRate, 2.0 * generation)) < 1.4 + 2.0 / (mean.length + 1);
        for (int i = 0; i < move.length; i++) {
            path[i] =
                    (1 - pathRate) * path[i] + (steady ? Math.sqrt(pathRate * (2 - pathRate) * selected) * move[i] : 0);
            double rank = 0;
            for (int k = 0; k < weights.length; k++) {
                rank += weights[k] * steps[order[k]][i] * steps[order[k]][i];
            }
            double lost = steady ? 0 : pathRate * (2 - pathRate) * variance[i];
            variance[i] = (1 - rankOneRate - rankRate) * variance[i]
                    + rankOneRate * (path[i] * path[i] + lost)
                    + rankRate * rank;
        }
        size *= Math.exp(sizeRate / sizeDamping * (length - 1));
    }

    /** The best point so far. */
    double[] best() {
        return best.clone();
    }

    /** Its value. */
    double bestValue() {
        return bestValue;
    }

    /** Present standard deviation, before that of the single variables. */
    double size() {
        return size;
    }
}
