package org.snn4j.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameSource;
import org.snn4j.data.statistics.Ridge;

/** The embedded data at their default size. */
class SimulatedNMnistTest {
    private static final SimulatedNMnist.Config DEFAULTS = SimulatedNMnist.Config.DEFAULTS;

    @TempDir
    private static Path cache;

    private static PairedData data;

    @BeforeAll
    static void open() {
        data = new SimulatedNMnist(DEFAULTS, cache).open(DataContexts.clean(null, 1));
    }

    private static double[][] counts(FrameSource source) {
        int frame = source.shape().frameLength();
        return IntStream.range(0, source.size())
                .mapToObj(i -> {
                    float[] values = new float[source.shape().length()];
                    source.read(i, values, 0);
                    double[] sums = new double[frame];
                    for (int j = 0; j < values.length; j++) {
                        sums[j % frame] += values[j];
                    }
                    return sums;
                })
                .toArray(double[][]::new);
    }

    private static int[] labels(FrameSource source) {
        return IntStream.range(0, source.size()).map(source::label).toArray();
    }

    private static double[][] centredLogs(double[][] counts, double[][] reference) {
        double[] mean = new double[reference[0].length];
        for (double[] row : reference) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += Math.log1p(row[j]) / reference.length;
            }
        }
        return Arrays.stream(counts)
                .map(row -> IntStream.range(0, mean.length)
                        .mapToDouble(j -> Math.log1p(row[j]) - mean[j])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double bestRidge(double[][] train, int[] trainLabels, double[][] test, int[] testLabels) {
        double[][] features = centredLogs(train, train);
        double[][] scored = centredLogs(test, train);
        Ridge ridge = new Ridge(features, trainLabels, 10);
        return DoubleStream.of(300, 1000, 3000)
                .map(penalty -> ridge.accuracy(penalty, scored, testLabels))
                .max()
                .orElseThrow();
    }

    @Test
    void itSaysThatItIsSimulated() {
        assertThat(data.simulated()).isTrue();
        assertThat(data.name()).isEqualTo("simulated-n-mnist");
        assertThat(data.train().size()).isEqualTo(1000);
        assertThat(data.scored().get("test").size()).isEqualTo(300);
        assertThat(data.images().size()).isEqualTo(4000);
        assertThat(data.manifest().counts().get("test").values()).containsOnly(30);
    }

    @Test
    void aLinearClassifierOnEventCountsStaysBelowNinetyPercentAndNeedsData() {
        FrameSource test = data.scored().get("test");
        double[][] scored = counts(test);
        double[][] train = counts(data.train());
        int[] trainLabels = labels(data.train());
        double all = bestRidge(train, trainLabels, scored, labels(test));
        // Recordings are sorted by class, a hundred each.
        int[] tenth = IntStream.range(0, 1000).filter(i -> i % 10 == 0).toArray();
        double few = bestRidge(
                Arrays.stream(tenth).mapToObj(i -> train[i]).toArray(double[][]::new),
                Arrays.stream(tenth).map(i -> trainLabels[i]).toArray(),
                scored,
                labels(test));

        // The penalty is chosen on the test recordings themselves: an upper bound for the classifier.
        assertThat(all).isBetween(0.6, 0.9);
        assertThat(few).isLessThan(all - 0.03);
    }

    @Test
    void recordingsHaveAsManyEventsAsThoseOfNMnist() {
        // 881 real recordings of N-MNIST have 652 to 7,152 events, median about 3,630.
        double[][] counts = counts(data.train());
        double[] totals = Arrays.stream(counts)
                .mapToDouble(row -> DoubleStream.of(row).sum())
                .sorted()
                .toArray();
        double[] on = Arrays.stream(counts)
                .mapToDouble(
                        row -> Arrays.stream(row, row.length / 2, row.length).sum())
                .toArray();

        assertThat(totals[0]).isGreaterThan(652);
        assertThat(totals[totals.length / 2]).isBetween(3000.0, 4500.0);
        assertThat(totals[totals.length - 1]).isLessThan(7152);
        assertThat(DoubleStream.of(on).sum() / DoubleStream.of(totals).sum()).isBetween(0.45, 0.55);
    }

    @Test
    void openingAgainGivesTheSameDataAndAnotherSeedOnlyAnotherSplit() {
        SimulatedNMnist few =
                new SimulatedNMnist(new SimulatedNMnist.Config(0.1, 0, 500, 100, 1, 1000, 300, 4000, 1), cache);
        PairedData first = few.open(DataContexts.clean(null, 1));

        assertThat(few.open(DataContexts.clean(null, 1)).manifest().digest())
                .isEqualTo(first.manifest().digest());
        PairedData other = few.open(DataContexts.clean(null, 2));
        assertThat(other.manifest().digest()).isNotEqualTo(first.manifest().digest());
        assertThat(IntStream.range(0, 300).mapToObj(other.scored().get("test")::id))
                .isEqualTo(IntStream.range(0, 300)
                        .mapToObj(first.scored().get("test")::id)
                        .toList());
        assertThat(first.images().size()).isEqualTo(500);
        assertThat(first.scored().get("left-out").size()).isEqualTo(100);
    }

    @Test
    void theDataFolderIsNotUsed() {
        DatasetContext context = DataContexts.clean(Path.of("nowhere"), 1);

        PairedData again = new SimulatedNMnist(DEFAULTS, cache)
                .open(new DatasetContext(
                        context.folder(),
                        context.events(),
                        context.images(),
                        Protocol.CLEAN,
                        Optional.empty(),
                        new Seeds(1)));
        assertThat(again.manifest().digest()).isEqualTo(data.manifest().digest());
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new SimulatedNMnist.Config(0, 0, 0, 0, 1, 100, 30, 100, 1))
                .hasMessageContaining("share is 0.0");
        assertThatThrownBy(() -> new SimulatedNMnist.Config(1, 0, 0, 0, 1, 9, 30, 100, 1))
                .hasMessageContaining("recordings is 9");
        assertThatThrownBy(() -> new SimulatedNMnist.Config(1, 0, 0, 0, 1, 100, 30, 99, 1))
                .hasMessageContaining("pictures is 99");
    }
}
