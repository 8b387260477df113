package org.snn4j.data.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.image.Picture;
import org.snn4j.data.simulate.DigitPainter;
import org.snn4j.data.simulate.EventSimulator;
import org.snn4j.data.simulate.PictureRecorder;
import org.snn4j.data.simulate.Saccades;
import org.snn4j.data.simulate.View;

class EventStatisticsTest {
    /** Five events on 4x2 pixels: three of pixel (0, 0) at 1, 2 and 5 ms, one of (2, 0) and one of (2, 1). */
    private static final EventStream FIVE = EventStream.of(
            4, 2, new int[] {0, 0, 2, 0, 2}, new int[] {0, 0, 0, 0, 1}, new int[] {1, 0, 1, 1, 0}, new long[] {
                1000, 2000, 4000, 5000, 9000
            });

    private static final EventStream NONE = EventStream.of(4, 2, new int[0], new int[0], new int[0], new long[0]);

    private static double only(EventStatistics statistics, Quantity quantity) {
        assertThat(statistics.distribution(quantity).size()).isEqualTo(1);
        return statistics.distribution(quantity).value(0);
    }

    @Test
    void aSmallRecordingIsMeasuredAsByHand() {
        EventStatistics statistics = EventStatistics.of(List.of(FIVE), 10_000, 5);

        assertThat(only(statistics, Quantity.EVENTS)).isEqualTo(5);
        // 5 events, 8 pixels, 0.01 s.
        assertThat(only(statistics, Quantity.RATE)).isCloseTo(62.5, within(1e-9));
        assertThat(only(statistics, Quantity.ON_SHARE)).isCloseTo(0.6, within(1e-12));
        assertThat(only(statistics, Quantity.ACTIVE)).isEqualTo(3 / 8.0);
        assertThat(only(statistics, Quantity.CENTRE_X)).isCloseTo(0.8, within(1e-12));
        assertThat(only(statistics, Quantity.CENTRE_Y)).isCloseTo(0.2, within(1e-12));
        assertThat(only(statistics, Quantity.SPREAD_X)).isCloseTo(Math.sqrt(1.6 - 0.64), within(1e-12));
        assertThat(only(statistics, Quantity.SPREAD_Y)).isCloseTo(0.4, within(1e-12));
        assertThat(only(statistics, Quantity.EVENTS_FIRST)).isEqualTo(2);
        assertThat(only(statistics, Quantity.EVENTS_SECOND)).isEqualTo(2);
        assertThat(only(statistics, Quantity.EVENTS_THIRD)).isEqualTo(1);
        // Intervals of 1 and 3 ms.
        assertThat(only(statistics, Quantity.INTERVAL_MIDDLE)).isCloseTo(2, within(1e-12));
        assertThat(only(statistics, Quantity.INTERVAL_HIGH)).isCloseTo(2.8, within(1e-12));
        assertThat(statistics.distribution(Quantity.INTERVALS).value(1)).isCloseTo(Math.log10(3), within(1e-12));
        assertThat(statistics.distribution(Quantity.PIXEL_EVENTS).value(2)).isEqualTo(3);
        assertThat(statistics.distribution(Quantity.TIMES).value(4)).isEqualTo(9);
        // An event of 8 pixels in 2 ms is 62.5 per pixel and second.
        assertThat(statistics.profile()).containsExactly(new double[] {62.5, 62.5, 125, 0, 62.5}, within(1e-9));
        assertThat(statistics.events()).isEqualTo(5);
    }

    @Test
    void aRecordingWithoutEventsCountsWhereItHasAValue() {
        EventStatistics statistics = EventStatistics.of(List.of(NONE, FIVE), 10_000, 5);

        assertThat(statistics.distribution(Quantity.EVENTS).size()).isEqualTo(2);
        assertThat(statistics.distribution(Quantity.ON_SHARE).size()).isEqualTo(1);
        assertThat(statistics.distribution(Quantity.INTERVAL_LOW).size()).isEqualTo(1);
        assertThat(Comparison.of(statistics, EventStatistics.of(List.of(NONE), 10_000, 5))
                        .row(Quantity.ON_SHARE)
                        .kolmogorovSmirnov())
                .isEqualTo(1);
    }

    @Test
    void aSetIsAtNoDistanceFromItselfAndFurtherFromStrangers() {
        List<EventStream> one = recordings(1, 0.3);
        List<EventStream> same = recordings(2, 0.3);
        List<EventStream> strange = recordings(2, 0.15);
        EventStatistics reference = EventStatistics.of(one, 315_000, 30);

        assertThat(Comparison.of(reference, reference).distance()).isZero();
        double near =
                Comparison.of(reference, EventStatistics.of(same, 315_000, 30)).distance();
        Comparison far = Comparison.of(reference, EventStatistics.of(strange, 315_000, 30));
        assertThat(near).isLessThan(far.distance() / 3);
        assertThat(far.row(Quantity.EVENTS).kolmogorovSmirnov()).isGreaterThan(0.9);
        assertThat(far.markdown("real", "simulated").lines()).hasSize(2 + Quantity.values().length);
    }

    private static List<EventStream> recordings(long seed, double threshold) {
        DigitPainter painter = new DigitPainter(DigitPainter.Settings.DEFAULTS);
        EventSimulator sensor = new EventSimulator(
                EventSimulator.Config.ideal(threshold, threshold, 10), 34, 34, new Seeds(1).stream("sensor"));
        PictureRecorder recorder =
                new PictureRecorder(sensor, new Saccades(Saccades.Config.DEFAULTS), View.of(34, 34, 1));
        Picture[] pictures = new Picture[30];
        Arrays.setAll(pictures, i -> painter.paint(i % 10, new Seeds(1).stream("picture " + i)));
        return recorder.recordAll(pictures.length, i -> pictures[i], new Seeds(seed));
    }

    @Test
    void twinsCorrelateMoreThanRecordingsOfDifferentPictures() {
        TwinCorrelation correlation = new TwinCorrelation(TwinCorrelation.Config.DEFAULTS);
        List<EventStream> one = recordings(1, 0.3);
        List<EventStream> twins = recordings(2, 0.25);

        assertThat(correlation.between(FIVE, FIVE)).isCloseTo(1, within(1e-12));
        assertThat(correlation.between(FIVE, NONE)).isZero();
        double twin = correlation.mean(one, twins);
        double stranger = correlation.mean(one.subList(0, 29), twins.subList(1, 30));
        assertThat(twin).isBetween(stranger + 0.2, 1.0);
        assertThatThrownBy(() -> correlation.between(FIVE, one.get(0))).hasMessage("other is 34x34, must be 4x2");
    }

    @Test
    void correlationIsThatOfTheSmoothedCounts() {
        EventStream left = EventStream.of(4, 1, new int[] {1}, new int[] {0}, new int[] {1}, new long[] {0});
        EventStream right = EventStream.of(4, 1, new int[] {2}, new int[] {0}, new int[] {1}, new long[] {0});

        // Rows of one pixel keep (2/4); columns: (1, 2, 1, 0)/8 and (0, 1, 2, 1)/8 and a plane of zeros for OFF. With n
        // = 8, mean 1/2 in eighths:
        // covariance 4 - 2 = 2, variances 6 - 2 = 4.
        assertThat(new TwinCorrelation(new TwinCorrelation.Config(1000, 1, 1)).between(left, right))
                .isCloseTo(0.5, within(1e-6));
        assertThat(new TwinCorrelation(new TwinCorrelation.Config(1000, 1, 0)).between(left, right))
                .isCloseTo(-1.0 / 7, within(1e-6));
    }
}
