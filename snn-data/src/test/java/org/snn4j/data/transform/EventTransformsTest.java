package org.snn4j.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Size;

/** Events by hand. */
class EventTransformsTest {
    /** Sensor of 4 columns and 3 rows: ON at (0, 0), OFF at (3, 2), ON at (1, 1); 10, 20, 40 us. */
    private static final EventStream THREE = EventStream.of(
            4, 3, new int[] {0, 3, 1}, new int[] {0, 2, 1}, new int[] {1, 0, 1}, new long[] {10, 20, 40});

    @Test
    void cropTakesTheMiddleAndDropsTheRest() {
        // 2 columns from 1 on, 1 row from 1 on
        EventStream cropped = apply(new CropSensor(new CropSensor.Config(2, 1, CropSensor.Place.CENTRE)), THREE);
        assertThat(cropped).isEqualTo(EventStream.of(2, 1, new int[1], new int[1], new int[] {1}, new long[] {40}));
        assertThatThrownBy(() -> apply(new CropSensor(new CropSensor.Config(5, 1, CropSensor.Place.CENTRE)), THREE))
                .hasMessage("sensor is 4x3, must be at least 5x1 to be cropped to it");
    }

    @Test
    void randomCropReachesEveryPlace() {
        CropSensor crop = new CropSensor(new CropSensor.Config(1, 1, CropSensor.Place.RANDOM));
        EventColumns all = new EventColumns(0);
        IntStream.range(0, 12).forEach(i -> all.add(i % 4, i / 4, 1, i));
        EventStream full = all.toStream(4, 3);
        assertThat(IntStream.range(0, 300)
                        .mapToLong(seed ->
                                crop.apply(full, new Seeds(seed).stream("crop")).time(0))
                        .distinct()
                        .count())
                .isEqualTo(12);
    }

    @Test
    void flipTwiceIsNothing() {
        for (Flip.Axis axis : Flip.Axis.values()) {
            Flip flip = new Flip(new Flip.Config(axis, 1));
            assertThat(apply(flip, apply(flip, THREE))).isEqualTo(THREE);
        }
        assertThat(places(apply(new Flip(new Flip.Config(Flip.Axis.LEFT_RIGHT, 1)), THREE)))
                .containsExactly(3, 0, /**/ 0, 2, /**/ 2, 1);
        assertThat(places(apply(new Flip(new Flip.Config(Flip.Axis.UP_DOWN, 1)), THREE)))
                .containsExactly(0, 2, /**/ 3, 0, /**/ 1, 1);
    }

    @Test
    void flipComesWithItsProbability() {
        Flip flip = new Flip(new Flip.Config(Flip.Axis.LEFT_RIGHT, 0.3));
        long flipped = IntStream.range(0, 1000)
                .filter(seed ->
                        !flip.apply(THREE, new Seeds(seed).stream("flip")).equals(THREE))
                .count();
        // 0.3 of 1000 within 4 standard deviations of 14.5
        assertThat((double) flipped).isCloseTo(300, within(58.0));
    }

    @Test
    void rollComesBackOnTheOtherSide() {
        EventStream rolled = apply(new Roll(new Roll.Config(-1, 2, Amount.FIXED)), THREE);
        assertThat(places(rolled)).containsExactly(3, 2, /**/ 2, 1, /**/ 0, 0);
        assertThat(apply(new Roll(new Roll.Config(4, -3, Amount.FIXED)), THREE)).isEqualTo(THREE);
    }

    @Test
    void aQuarterTurnIsCounterClockwise() {
        // 3x3: right of the middle goes above it, the corner above left to the corner below left
        EventStream events =
                EventStream.of(3, 3, new int[] {2, 0}, new int[] {1, 0}, new int[] {1, 1}, new long[] {1, 2});
        EventStream turned = apply(new Rotate(new Rotate.Config(90, Amount.FIXED)), events);
        assertThat(places(turned)).containsExactly(1, 0, /**/ 0, 2);
        assertThat(apply(new Rotate(new Rotate.Config(0, Amount.FIXED)), THREE)).isEqualTo(THREE);
    }

    @Test
    void scalingDropsWhatLeavesTheSensor() {
        // 5x5, middle (2, 2): (3, 2) goes to (4, 2), (4, 2) leaves
        EventStream events =
                EventStream.of(5, 5, new int[] {3, 4}, new int[] {2, 2}, new int[] {1, 1}, new long[] {1, 2});
        EventStream scaled = apply(new Scale(new Scale.Config(2, Amount.FIXED)), events);
        assertThat(places(scaled)).containsExactly(4, 2);
        assertThat(places(apply(new Scale(new Scale.Config(0.5, Amount.FIXED)), events)))
                .containsExactly(3, 2, /**/ 3, 2);
    }

    @Test
    void jitterKeepsEveryEventAndItsPlace() {
        EventStream jittered = new TimeJitter(new TimeJitter.Config(1e6)).apply(THREE, new Seeds(4).stream("jitter"));
        assertThat(jittered.size()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(jittered::x).sorted().toArray()).containsExactly(0, 1, 3);
        assertThat(new TimeJitter(new TimeJitter.Config(0)).apply(THREE, new Seeds(4).stream("jitter")))
                .isEqualTo(THREE);
    }

    @Test
    void randomDropLeavesExactlyItsShareAndTreatsAllAlike() {
        EventStream events = line(10);
        DropRandom drop = new DropRandom(new DropRandom.Config(0.25));
        int[] kept = new int[10];
        for (int seed = 0; seed < 2000; seed++) {
            EventStream left = drop.apply(events, new Seeds(seed).stream("drop"));
            // 2.5 rounded up are dropped
            assertThat(left.size()).isEqualTo(7);
            IntStream.range(0, 7).forEach(i -> kept[left.x(i)]++);
        }
        // 0.7 of 2000 within 4 standard deviations of 20.5
        for (int count : kept) {
            assertThat((double) count).isCloseTo(1400, within(82.0));
        }
        assertThat(apply(new DropRandom(new DropRandom.Config(0)), events)).isEqualTo(events);
        assertThat(apply(new DropRandom(new DropRandom.Config(1)), events).size())
                .isZero();
    }

    @Test
    void dropByTimeLeavesAGapOfItsLength() {
        EventStream events = line(1001);
        DropByTime drop = new DropByTime(new DropByTime.Config(0.3, DropByTime.Span.RECORDING));
        for (int seed = 0; seed < 50; seed++) {
            EventStream left = drop.apply(events, new Seeds(seed).stream("drop"));
            // one event each 10 us over 10,000 us: 300 or 301 lie within 3,000 us
            assertThat(1001 - left.size()).isBetween(300, 301);
            long gap = IntStream.range(1, left.size())
                    .mapToLong(i -> left.time(i) - left.time(i - 1))
                    .max()
                    .orElseThrow();
            assertThat(gap == 10 || gap >= 3000).isTrue();
        }
    }

    @Test
    void dropByAreaEmptiesARectangle() {
        EventColumns columns = new EventColumns(0);
        IntStream.range(0, 400).forEach(i -> columns.add(i % 20, i / 20, i % 2, i));
        EventStream full = columns.toStream(20, 20);
        DropByArea drop = new DropByArea(new DropByArea.Config(0.25));
        for (int seed = 0; seed < 50; seed++) {
            assertThat(drop.apply(full, new Seeds(seed).stream("drop")).size()).isEqualTo(400 - 25);
        }
        assertThat(apply(new DropByArea(new DropByArea.Config(0)), full)).isEqualTo(full);
    }

    @Test
    void eventDropKeepsARecordingThatItWouldEmpty() {
        EventStream single = line(1);
        for (int seed = 0; seed < 200; seed++) {
            assertThat(new EventDrop(new EventDrop.Config()).apply(single, new Seeds(seed).stream("drop")))
                    .isEqualTo(single);
        }
    }

    @Test
    void refractoryFilterCountsFromTheKeptOrFromAnyEvent() {
        // one pixel at 0, 6, 12, 30; 10 us
        EventStream events = EventStream.of(1, 1, new int[4], new int[4], new int[4], new long[] {0, 6, 12, 30});
        assertThat(times(apply(
                        new RefractoryFilter(new RefractoryFilter.Config(10, RefractoryFilter.After.KEPT_EVENT)),
                        events)))
                .containsExactly(0, 12, 30);
        assertThat(times(apply(
                        new RefractoryFilter(new RefractoryFilter.Config(10, RefractoryFilter.After.ANY_EVENT)),
                        events)))
                .containsExactly(0, 30);
    }

    @Test
    void backgroundActivityNeedsANeighbour() {
        // (0, 0) at 0, its diagonal neighbour (1, 1) at 5, the far (3, 0) at 6, (1, 0) at 16 beside the one of 5 but
        // too late
        EventStream events = EventStream.of(
                4, 2, new int[] {0, 1, 3, 1}, new int[] {0, 1, 0, 0}, new int[4], new long[] {100, 105, 106, 116});
        assertThat(times(apply(
                        background(BackgroundActivityFilter.Neighbours.EIGHT, BackgroundActivityFilter.Start.SILENT),
                        events)))
                .containsExactly(105);
        assertThat(times(apply(
                        background(BackgroundActivityFilter.Neighbours.FOUR, BackgroundActivityFilter.Start.SILENT),
                        events)))
                .isEmpty();
    }

    @Test
    void anActiveStartKeepsWhatComesBeforeTheWindow() {
        EventStream events = EventStream.of(2, 1, new int[2], new int[2], new int[2], new long[] {9, 10});
        assertThat(times(apply(
                        background(BackgroundActivityFilter.Neighbours.FOUR, BackgroundActivityFilter.Start.ACTIVE),
                        events)))
                .containsExactly(9);
    }

    @Test
    void hotPixelsGoAsAWhole() {
        // one second; pixel 0 fires 4 times, pixel 1 twice
        EventStream events = EventStream.of(
                2, 1, new int[] {0, 0, 0, 1, 0, 1}, new int[6], new int[] {0, 1, 0, 1, 0, 1}, new long[] {
                    0, 1, 2, 3, 4, 1_000_000
                });
        assertThat(times(apply(new HotPixelFilter(new HotPixelFilter.Config(3)), events)))
                .containsExactly(3, 1_000_000);
        assertThat(apply(new HotPixelFilter(new HotPixelFilter.Config(4)), events))
                .isEqualTo(events);
    }

    @Test
    void mergedPolarityIsOne() {
        EventStream merged = apply(new MergePolarity(new MergePolarity.Config(0)), THREE);
        assertThat(IntStream.range(0, 3).map(merged::polarity)).containsOnly(0);
        assertThat(times(merged)).containsExactly(10, 20, 40);
    }

    private static BackgroundActivityFilter background(
            BackgroundActivityFilter.Neighbours neighbours, BackgroundActivityFilter.Start start) {
        return new BackgroundActivityFilter(new BackgroundActivityFilter.Config(10, neighbours, start));
    }

    private static EventStream apply(EventTransform transform, EventStream events) {
        EventStream changed = transform.apply(events, new Seeds(1).stream("draws"));
        assertThat(new Size(changed.height(), changed.width()))
                .isEqualTo(transform.sensor(new Size(events.height(), events.width())));
        return changed;
    }

    /** ON events in one row, each 10 us and one column after the one before. */
    private static EventStream line(int count) {
        EventColumns columns = new EventColumns(count);
        IntStream.range(0, count).forEach(i -> columns.add(i, 0, 1, 10L * i));
        return columns.toStream(count, 1);
    }

    private static int[] places(EventStream events) {
        return IntStream.range(0, events.size())
                .flatMap(i -> IntStream.of(events.x(i), events.y(i)))
                .toArray();
    }

    private static long[] times(EventStream events) {
        return IntStream.range(0, events.size()).mapToLong(events::time).toArray();
    }
}
