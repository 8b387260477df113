package org.snn4j.data.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.snn4j.data.event.WindowSlicers.Rest;

class SlicersTest {
    /** Seven events; duration 60. */
    private static final EventStream EVENTS = at(10, 12, 20, 30, 30, 69, 70);

    @Test
    void byNumberGivesTheRestToTheLastSlice() {
        // 7//3 = 2
        assertSlices(Slicers.byNumber(3), EVENTS, 0, 2, 2, 4, 4, 7);
    }

    @Test
    void byNumberDroppingLeavesTheRestOut() {
        assertSlices(Slicers.byNumberDropping(3), EVENTS, 0, 2, 2, 4, 4, 6);
    }

    @Test
    void fewerEventsThanStepsGoToTheLastSliceOrNowhere() {
        assertSlices(Slicers.byNumber(3), at(1, 2), 0, 0, 0, 0, 0, 2);
        assertSlices(Slicers.byNumberDropping(3), at(1, 2), 0, 0, 0, 0, 0, 0);
    }

    @Test
    void byTimeGoesToTheEndOfTheRecording() {
        // 60//3 = 20: [10, 30), [30, 50), [50, end]
        assertSlices(Slicers.byTime(3), EVENTS, 0, 3, 3, 5, 5, 7);
    }

    @Test
    void byTimeGivesAnEmptySliceForAPause() {
        // 60//4 = 15: [10, 25), [25, 40), [40, 55), [55, end]
        assertSlices(Slicers.byTime(4), EVENTS, 0, 3, 3, 5, 5, 5, 5, 7);
    }

    @Test
    void tonicDropsTheLastEventWhereTheStepsDivideTheDuration() {
        // [10, 30), [30, 50), [50, 70)
        assertSlices(Slicers.byTimeTonic(3), EVENTS, 0, 3, 3, 5, 5, 6);
    }

    @Test
    void tonicForkTakesItsWindowFromTimeZero() {
        // 70//3 = 23: [10, 33), [33, 56), [56, 79)
        assertSlices(Slicers.byTimeTonicFork(3), EVENTS, 0, 5, 5, 5, 5, 7);
    }

    @Test
    void recordingWithoutDurationFallsIntoTheLastSliceOrNowhere() {
        assertSlices(Slicers.byTime(2), at(5, 5), 0, 0, 0, 2);
        assertSlices(Slicers.byTimeTonic(2), at(5, 5), 0, 0, 0, 0);
        // 5//2 = 2: [5, 7), [7, 9)
        assertSlices(Slicers.byTimeTonicFork(2), at(5, 5), 0, 2, 2, 2);
    }

    @Test
    void durationIncludesItsEndAndRestartsAtTheNextEvent() {
        // 10 + 20 = 30 inclusive; then 69 + 20
        assertSlices(WindowSlicers.byDuration(20), EVENTS, 0, 5, 5, 7);
    }

    @Test
    void timeWindowDropsOrKeepsTheRest() {
        // 60-25 = 35 beyond the first: 1 more whole, 2 with the rest
        assertSlices(WindowSlicers.byTimeWindow(25, 0, Rest.DROPPED), EVENTS, 0, 5, 5, 5);
        assertSlices(WindowSlicers.byTimeWindow(25, 0, Rest.KEPT), EVENTS, 0, 5, 5, 5, 5, 7);
    }

    @Test
    void overlappingWindowsShareEvents() {
        // stride 15: [10, 40), [25, 55), [40, 70)
        assertSlices(WindowSlicers.byTimeWindow(30, 15, Rest.DROPPED), EVENTS, 0, 5, 3, 5, 5, 6);
    }

    @Test
    void windowLongerThanTheRecordingIsOneSlice() {
        assertSlices(WindowSlicers.byTimeWindow(1000, 0, Rest.DROPPED), EVENTS, 0, 7);
        assertSlices(WindowSlicers.byEventCount(100, Rest.DROPPED), EVENTS, 0, 7);
    }

    @Test
    void eventCountDropsOrKeepsTheRest() {
        assertSlices(WindowSlicers.byEventCount(3, Rest.DROPPED), EVENTS, 0, 3, 3, 6);
        assertSlices(WindowSlicers.byEventCount(3, Rest.KEPT), EVENTS, 0, 3, 3, 6, 6, 7);
    }

    @Test
    void tonicBinsWithoutOverlapAreTheTonicBins() {
        for (int steps = 1; steps < 9; steps++) {
            Slices plain = Slicers.byTimeTonic(steps).slice(EVENTS);
            Slices overlapping = WindowSlicers.byTimeTonic(steps, 0).slice(EVENTS);
            assertThat(overlapping.start()).containsExactly(plain.start());
            assertThat(overlapping.end()).containsExactly(plain.end());
        }
    }

    @Test
    void rulesRefuseWhatCannotBe() {
        assertThatThrownBy(() -> Slicers.byNumber(0)).hasMessage("steps is 0, must be at least 1");
        assertThatThrownBy(() -> WindowSlicers.byTimeWindow(10, 10, Rest.KEPT)).hasMessageContaining("overlap is 10");
        assertThatThrownBy(() -> new Slices(new int[] {2}, new int[] {1})).hasMessageContaining("slice 0 is [2, 1)");
    }

    private static EventStream at(long... times) {
        return EventStream.of(1, 1, new int[times.length], new int[times.length], new int[times.length], times);
    }

    private static void assertSlices(EventSlicer slicer, EventStream events, int... limits) {
        Slices slices = slicer.slice(events);
        int[] got = new int[2 * slices.count()];
        for (int i = 0; i < slices.count(); i++) {
            got[2 * i] = slices.start(i);
            got[2 * i + 1] = slices.end(i);
        }
        assertThat(got).containsExactly(limits);
    }
}
