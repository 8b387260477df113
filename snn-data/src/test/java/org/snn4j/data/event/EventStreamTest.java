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
}
