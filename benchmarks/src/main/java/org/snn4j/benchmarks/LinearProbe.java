package org.snn4j.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.statistics.Ridge;

/**
 * A ridge classifier on the logarithms of smoothed event counts [polarity, row, column].
 *
 * @param features one row per recording, not centred
 * @param labels class of each
 */
record LinearProbe(double[][] features, int[] labels) {
    static final int FOLDS = 5;

    private static final double[] PENALTIES = {30, 100, 300, 1000, 3000, 10000};

    static LinearProbe of(List<EventStream> recordings, int[] labels) {
        return new LinearProbe(
                recordings.stream().parallel().map(LinearProbe::features).toArray(double[][]::new), labels);
    }

    private static double[] features(EventStream events) {
        int width = events.width();
        int height = events.height();
        double[] counts = new double[2 * width * height];
        for (int i = 0; i < events.size(); i++) {
            counts[(events.polarity(i) * height + events.y(i)) * width + events.x(i)]++;
        }
        double[] rows = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            int x = i % width;
            rows[i] = counts[i] / 2 + (x > 0 ? counts[i - 1] / 4 : 0) + (x < width - 1 ? counts[i + 1] / 4 : 0);
        }
        for (int i = 0; i < counts.length; i++) {
            int y = i / width % height;
            counts[i] = Math.log1p(
                    rows[i] / 2 + (y > 0 ? rows[i - width] / 4 : 0) + (y < height - 1 ? rows[i + width] / 4 : 0));
        }
        return counts;
    }

    LinearProbe and(LinearProbe other) {
        double[][] both = Arrays.copyOf(features, features.length + other.features.length);
        System.arraycopy(other.features, 0, both, features.length, other.features.length);
        int[] classes = Arrays.copyOf(labels, both.length);
        System.arraycopy(other.labels, 0, classes, labels.length, other.labels.length);
        return new LinearProbe(both, classes);
    }

    private LinearProbe select(int fold, boolean inside) {
        int[] ranks = IntStream.range(0, labels.length)
                .filter(i -> i % FOLDS == fold == inside)
                .toArray();
        return new LinearProbe(
                Arrays.stream(ranks).mapToObj(i -> features[i]).toArray(double[][]::new),
                Arrays.stream(ranks).map(i -> labels[i]).toArray());
    }

    /** Right answers of a classifier trained on this set, for each penalty. */
    private int[] right(LinearProbe test, double... penalties) {
        double[] mean = mean();
        Ridge ridge = new Ridge(minus(features, mean), labels, CalibrationPairs.CLASSES);
        double[][] scored = minus(test.features, mean);
        return Arrays.stream(penalties)
                .mapToInt(
                        penalty -> (int) Math.round(ridge.accuracy(penalty, scored, test.labels) * test.labels.length))
                .toArray();
    }

    private double[] mean() {
        double[] mean = new double[features[0].length];
        for (double[] row : features) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j] / features.length;
            }
        }
        return mean;
    }

    private static double[][] minus(double[][] rows, double[] mean) {
        List<double[]> centred = new ArrayList<>();
        for (double[] row : rows) {
            double[] difference = new double[row.length];
            Arrays.setAll(difference, j -> row[j] - mean[j]);
            centred.add(difference);
        }
        return centred.toArray(double[][]::new);
    }

    /** Right answers over all folds for each penalty: trained on the other folds of this set, tested on the same fold of the other, whose rows belong to these. */
    private int[] rightByFolds(LinearProbe tested, double... penalties) {
        int[] sum = new int[penalties.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] right = select(fold, false).right(tested.select(fold, true), penalties);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += right[i];
            }
        }
        return sum;
    }

    /** The penalty that is best for this set itself, by its folds; the smaller one of equals. */
    double penalty() {
        int[] right = rightByFolds(this, PENALTIES);
        int best = IntStream.range(0, right.length)
                .reduce((a, b) -> right[b] > right[a] ? b : a)
                .orElseThrow();
        return PENALTIES[best];
    }

    /** Part of other sets that is classified right after training on all of this one. */
    double[] accuracies(double penalty, LinearProbe... tests) {
        double[] mean = mean();
        Ridge ridge = new Ridge(minus(features, mean), labels, CalibrationPairs.CLASSES);
        return Arrays.stream(tests)
                .mapToDouble(test -> ridge.accuracy(penalty, minus(test.features, mean), test.labels))
                .toArray();
    }

    double accuracy(LinearProbe test, double penalty) {
        return accuracies(penalty, test)[0];
    }

    /** The penalties that are tried. */
    static double[] penalties() {
        return PENALTIES.clone();
    }

    /** {@link #accuracies} of another set for every penalty. */
    double[] scores(LinearProbe tested) {
        return parts(right(tested, PENALTIES), tested.labels.length);
    }

    /** {@link #accuracyByFolds} for every penalty. */
    double[] scoresByFolds(LinearProbe tested) {
        return parts(rightByFolds(tested, PENALTIES), tested.labels.length);
    }

    private static double[] parts(int[] right, int all) {
        return Arrays.stream(right).mapToDouble(count -> count / (double) all).toArray();
    }

    /** The same by folds: no row is tested by a classifier that has seen its partner in this set. */
    double accuracyByFolds(LinearProbe tested, double penalty) {
        return rightByFolds(tested, penalty)[0] / (double) tested.labels.length;
    }
}
