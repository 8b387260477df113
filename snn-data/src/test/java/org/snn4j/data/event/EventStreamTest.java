package org.snn4j.data.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventStreamTest {
    @Test
    void columnsComeBack() {
        EventStream events = stream(new int[] {0, 2}, new int[] {1, 0}, new int[] {1, 0}, new long[] {5, 7});
        assertThat(events.size()).isEqualTo(2);
        assertThat(events.x(1)).isEqualTo(2);
        assertThat(events.y(0)).isEqualTo(1);
        assertThat(events.polarity(0)).isEqualTo(1);
        assertThat(events.firstTime()).isEqualTo(5);
        assertThat(events.lastTime()).isEqualTo(7);
    }

    @Test
    void givenArraysMayChangeAfterwards() {
        long[] time = {5, 7};
        EventStream events = stream(new int[] {0, 2}, new int[] {1, 0}, new int[] {1, 0}, time);
        time[0] = 99;
        assertThat(events.time(0)).isEqualTo(5);
    }

    @Test
    void collectorMayGoOnAfterwards() {
        EventColumns columns = new EventColumns(0);
        columns.add(0, 0, 1, 5);
        EventStream events = columns.toStream(3, 2);
        columns.add(1, 1, 1, 6);
        assertThat(events.size()).isEqualTo(1);
        assertThat(columns.size()).isEqualTo(2);
    }

    @Test
    void columnOutsideTheSensorIsNamedWithEventAndValue() {
        assertThatThrownBy(() -> stream(new int[] {0, 3}, new int[] {0, 0}, new int[] {0, 0}, new long[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event 1: x is 3, must be in [0, 2]");
    }

    @Test
    void rowOutsideTheSensorIsNamedWithEventAndValue() {
        assertThatThrownBy(() -> stream(new int[] {0}, new int[] {2}, new int[] {0}, new long[] {1}))
                .hasMessage("event 0: y is 2, must be in [0, 1]");
    }

    @Test
    void timeThatGoesBackwardIsNamedWithBothTimes() {
        assertThatThrownBy(() -> stream(new int[] {0, 0}, new int[] {0, 0}, new int[] {0, 0}, new long[] {9, 8}))
                .hasMessage("event 1: time is 8 us, must be at least 9 us, the time before it");
    }

    @Test
    void valueThatNoColumnHoldsIsRefused() {
        EventColumns columns = new EventColumns(1);
        assertThatThrownBy(() -> columns.add(-1, 0, 0, 0)).hasMessageContaining("x -1");
        assertThatThrownBy(() -> columns.add(0, 40_000, 0, 0)).hasMessageContaining("y 40000");
        assertThatThrownBy(() -> columns.add(0, 0, 2, 0)).hasMessageContaining("polarity 2");
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> stream(new int[1], new int[2], new int[1], new long[1]))
                .hasMessageContaining("1, 2, 1, 1, must be equal");
    }

    @Test
    void indexAtIsTheFirstEventNotEarlier() {
        EventStream events = stream(new int[4], new int[4], new int[4], new long[] {5, 7, 7, 9});
        assertThat(events.indexAt(4)).isZero();
        assertThat(events.indexAt(7)).isEqualTo(1);
        assertThat(events.indexAt(8)).isEqualTo(3);
        assertThat(events.indexAt(10)).isEqualTo(4);
    }

    @Test
    void fittedStreamStartsAtTheCornerOfTheSmallestSensor() {
        EventStream events =
                EventStream.of(10, 10, new int[] {4, 6}, new int[] {3, 3}, new int[] {0, 1}, new long[] {1, 2});
        assertThat(events.fitted())
                .isEqualTo(
                        EventStream.of(3, 1, new int[] {0, 2}, new int[] {0, 0}, new int[] {0, 1}, new long[] {1, 2}));
        EventStream empty = new EventColumns(0).toStream(4, 4);
        assertThat(empty.fitted()).isSameAs(empty);
    }

    private static EventStream stream(int[] x, int[] y, int[] polarity, long[] time) {
        return EventStream.of(3, 2, x, y, polarity, time);
    }

    @Test
    void whatAColumnHasRoomForBeyondItsEventsIsNoPartOfAStream() {
        EventColumns roomy = new EventColumns(10);
        EventColumns exact = new EventColumns(9);
        for (int i = 0; i < 9; i++) {
            roomy.add(i, 1, i % 2, 10L * i);
            exact.add(i, 1, i % 2, 10L * i);
        }
        EventStream kept = roomy.release(9, 2);
        EventStream full = exact.release(9, 2);
        assertThat(kept).isEqualTo(full).hasSameHashCodeAs(full);
        assertThat(full).isEqualTo(kept);
        assertThat(kept.size()).isEqualTo(9);
        assertThat(kept.lastTime()).isEqualTo(80);
        assertThat(kept.indexAt(1000)).isEqualTo(9);
        assertThat(kept.fitted()).isEqualTo(full.fitted());
        assertThat(kept.flipped()).isEqualTo(full.flipped());
        assertThat(kept.between(20, 1000)).isEqualTo(full.between(20, 1000));
        assertThat(kept.filter(i -> i > 6)).isEqualTo(full.filter(i -> i > 6));
        assertThat(roomy.size()).isZero();
    }

    @Test
    void eventsBeyondTheirLimitsAreNotTaken() {
        short[] x = {1, 3, -1};
        short[] y = {0, 1, 0};
        byte[] polarity = {0, 1, 0};
        long[] time = {5, 7, 9};
        EventColumns columns = new EventColumns(0);
        assertThat(columns.append(x, y, polarity, time, 0, 2, limits(4, 2, 5))).isTrue();
        assertThat(columns.append(x, y, polarity, time, 0, 2, limits(3, 2, 5))).isFalse();
        assertThat(columns.append(x, y, polarity, time, 0, 2, limits(4, 1, 5))).isFalse();
        assertThat(columns.append(x, y, polarity, time, 0, 2, limits(4, 2, 6))).isFalse();
        assertThat(columns.append(x, y, polarity, time, 2, 1, limits(1 << 15, 2, 5)))
                .isFalse();
        assertThat(columns.append(x, y, new byte[] {0, 2}, time, 0, 2, limits(4, 2, 5)))
                .isFalse();
        assertThat(columns.append(x, y, polarity, new long[] {5, 4}, 0, 2, limits(4, 2, 5)))
                .isFalse();
        assertThat(columns.append(x, y, polarity, new long[] {Long.MAX_VALUE, Long.MIN_VALUE}, 0, 2, limits(4, 2, 5)))
                .isFalse();
        assertThat(columns.size()).isEqualTo(2);
        assertThat(columns.append(
                        x, y, polarity, new long[] {5, 4}, 0, 2, new EventColumns.Limits(4, 2, false, Long.MIN_VALUE)))
                .isTrue();
    }

    /** What has been looked at is not looked at again; what has not, or for a larger sensor only, is. */
    @Test
    void aStreamIsNeverMadeOfEventsThatItCannotHold() {
        short[] x = {1, 3};
        short[] y = {0, 1};
        byte[] polarity = {0, 1};
        long[] time = {5, 7};
        EventColumns larger = new EventColumns(0);
        larger.append(x, y, polarity, time, 0, 2, limits(4, 2, 0));
        assertThat(larger.toStream(4, 2).size()).isEqualTo(2);
        assertThat(larger.toStream(5, 2).size()).isEqualTo(2);
        assertThatThrownBy(() -> larger.toStream(3, 2)).hasMessage("event 1: x is 3, must be in [0, 2]");

        EventColumns back = new EventColumns(0);
        back.append(x, y, polarity, time, 0, 2, limits(4, 2, 0));
        back.append(x, y, polarity, time, 0, 2, limits(4, 2, 0));
        assertThatThrownBy(() -> back.release(4, 2)).hasMessageStartingWith("event 2: time is 5 us");

        EventColumns added = new EventColumns(0);
        added.append(x, y, polarity, time, 0, 2, limits(4, 2, 0));
        added.add(4, 0, 0, 8);
        added.append(x, y, polarity, new long[] {9, 9}, 0, 2, limits(4, 2, 0));
        assertThatThrownBy(() -> added.release(4, 2)).hasMessage("event 2: x is 4, must be in [0, 3]");

        added.clear();
        added.append(x, y, polarity, time, 0, 2);
        assertThatThrownBy(() -> added.release(2, 2)).hasMessage("event 1: x is 3, must be in [0, 1]");
    }

    private static EventColumns.Limits limits(int width, int height, long earliest) {
        return new EventColumns.Limits(width, height, true, earliest);
    }
}
