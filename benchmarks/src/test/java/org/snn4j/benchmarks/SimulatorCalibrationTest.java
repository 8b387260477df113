package org.snn4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.simulate.SimulationPreset;

class SimulatorCalibrationTest {
    /** Smallest at 0.7 everywhere; its axes differ by a factor of a thousand. */
    private static final ToDoubleFunction<double[]> ELLIPSOID = point -> IntStream.range(0, point.length)
            .mapToDouble(i -> Math.pow(1000, i / (point.length - 1.0)) * (point[i] - 0.7) * (point[i] - 0.7))
            .sum();

    private static SeparableEvolution evolved(int generations) {
        SeparableEvolution evolution =
                new SeparableEvolution(ELLIPSOID, new double[10], 0.3, new Seeds(1).stream("search"));
        for (int i = 0; i < generations; i++) {
            evolution.step();
        }
        return evolution;
    }

    @Test
    void theSearchFindsTheMinimumOfAStretchedBowl() {
        SeparableEvolution evolution = evolved(300);

        assertThat(evolution.bestValue()).isLessThan(1e-8);
        assertThat(evolution.best()).containsExactly(filled(), within(1e-4));
        assertThat(evolved(300).best()).isEqualTo(evolution.best());
        assertThat(evolved(0).bestValue()).isEqualTo(ELLIPSOID.applyAsDouble(new double[10]));
    }

    private static double[] filled() {
        double[] values = new double[10];
        Arrays.fill(values, 0.7);
        return values;
    }

    @Test
    void everyPointIsASettingAndReflectedPointsAreTheSame() {
        CalibrationSpace space = new CalibrationSpace();
        double[] start = space.start();
        double[] reflected = Arrays.stream(start).map(value -> -value).toArray();

        SimulationPreset preset = space.preset(start, "start", "by eye");
        assertThat(space.preset(reflected, "start", "by eye")).isEqualTo(preset);
        assertThat(preset.sensor().on()).isEqualTo(0.2274);
        assertThat(preset.motion().legs().get(0).y()).isEqualTo(5.185);
        for (double corner : new double[] {0, 0.5, 1, 1.7}) {
            double[] point = new double[start.length];
            Arrays.fill(point, corner);
            assertThat(space.preset(point, "corner", "test").motion().duration())
                    .isGreaterThanOrEqualTo(315_000);
        }
    }

    @Test
    void searchedAndHeldOutRecordingsAreApart() {
        int[] searched = SimulatorCalibration.searched(801);
        int[] heldOut = SimulatorCalibration.heldOut(801);

        assertThat(searched).hasSize(81).doesNotContain(heldOut);
        assertThat(heldOut).hasSize(720);
    }

    @Test
    void theProbeTellsClassesApartAndNotByFoldsItHasSeen() {
        LinearProbe probe = probe(0);
        LinearProbe other = probe(1);

        assertThat(probe.accuracy(other, 1)).isEqualTo(1);
        assertThat(probe.accuracyByFolds(other, 1)).isEqualTo(1);
        assertThat(probe.and(other).labels()).hasSize(80);
    }

    /** Class c has its events in column c; row and time vary. */
    private static LinearProbe probe(int time) {
        int[] labels = IntStream.range(0, 40).map(i -> i / 4).toArray();
        return LinearProbe.of(
                Arrays.stream(labels)
                        .mapToObj(label -> EventStream.of(
                                30,
                                3,
                                new int[] {3 * label, 3 * label},
                                new int[] {0, label % 3},
                                new int[] {1, 1},
                                new long[] {time, time + 1}))
                        .toList(),
                labels);
    }
}
