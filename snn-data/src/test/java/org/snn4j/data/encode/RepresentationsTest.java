package org.snn4j.data.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.snn4j.data.FrameShape;
import org.snn4j.data.encode.EncodingContract.Sum;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Interpolation;

/** Values by hand. */
class RepresentationsTest {
    private static final Interpolation ALIGNED = Interpolation.BILINEAR_ALIGNED;

    /** Sensor of 2 columns and 1 row: ON at 0 in column 0, OFF at 10 and at 30 in column 1, ON at 40 in column 0. */
    private static final EventStream FOUR = EventStream.of(
            2, 1, new int[] {0, 1, 1, 0}, new int[4], new int[] {1, 0, 0, 1}, new long[] {0, 10, 30, 40});

    @Test
    void fixedWindowsEndBeforeOrAfterTheRecording() {
        // [0, 20), [20, 40), [40, 60): each frame OFF of columns 0 and 1, then ON
        assertThat(frames(new FixedTimeWindow(new FixedTimeWindow.Config(3, 20, 0, ALIGNED)), FOUR))
                .containsExactly(0, 1, 1, 0, /**/ 0, 1, 0, 0, /**/ 0, 0, 1, 0);
        assertThat(frames(new FixedTimeWindow(new FixedTimeWindow.Config(1, 20, 0, ALIGNED)), FOUR))
                .containsExactly(0, 1, 1, 0);
    }

    @Test
    void fixedCountsEndBeforeOrAfterTheRecording() {
        assertThat(frames(new FixedEventCount(new FixedEventCount.Config(3, 3, 0, ALIGNED)), FOUR))
                .containsExactly(0, 2, 1, 0, /**/ 0, 0, 1, 0, /**/ 0, 0, 0, 0);
        assertThat(frames(new FixedEventCount(new FixedEventCount.Config(1, 3, 0, ALIGNED)), FOUR))
                .containsExactly(0, 2, 1, 0);
    }

    @Test
    void binaryByTimeMarksOnceAndKeepsTheLastEvent() {
        // one window
        assertThat(frames(new BinaryByTime(new BinaryByTime.Config(1, 0, ALIGNED)), FOUR))
                .containsExactly(0, 1, 1, 0);
    }

    @Test
    void voxelGridDividesEventsBetweenNeighbouringMoments() {
        // T = 3: s = t/20: 0, 0.5, 1.5, 2. Column 0: +1 at moment 0 and +1 at moment 2; column 1: -1/2 at 0, -1/2 - 1/2
        // at 1, -1/2 at 2
        VoxelGrid signed = voxels(3, VoxelGrid.Polarities.SIGNED, VoxelGrid.Span.FIRST_TO_LAST);
        assertThat(frames(signed, FOUR)).containsExactly(1, -0.5f, /**/ 0, -1, /**/ 1, -0.5f);
        assertThat(signed.shape(2, 1)).isEqualTo(new FrameShape(3, 1, 1, 2));
        assertThat(frames(voxels(3, VoxelGrid.Polarities.SEPARATE, VoxelGrid.Span.FIRST_TO_LAST), FOUR))
                .containsExactly(0, 0.5f, 1, 0, /**/ 0, 1, 0, 0, /**/ 0, 0.5f, 1, 0);
    }

    @Test
    void voxelGridBeyondTheLastMomentLosesTheLastEvent() {
        // T = 2: s = t/20: 0, 0.5, 1.5, 2; the last event and half of the third are lost
        assertThat(frames(voxels(2, VoxelGrid.Polarities.SIGNED, VoxelGrid.Span.BEYOND_LAST), FOUR))
                .containsExactly(1, -0.5f, /**/ 0, -1);
    }

    @Test
    void eventSpikeTensorSumsTimesOrCounts() {
        // T = 3: moments 2s = 0, 0.5, 1.5, 2 with s = 0, 1/4, 3/4, 1
        assertThat(frames(tensor(EventSpikeTensor.Measurement.COUNT), FOUR))
                .containsExactly(0, 0.5f, 1, 0, /**/ 0, 1, 0, 0, /**/ 0, 0.5f, 1, 0);
        assertThat(frames(tensor(EventSpikeTensor.Measurement.TIME), FOUR))
                .containsExactly(0, 0.125f, 0, 0, /**/ 0, 0.125f + 0.375f, 0, 0, /**/ 0, 0.375f, 1, 0);
    }

    @Test
    void aRecordingOfOneMomentLiesAtTheFirstStep() {
        EventStream instant = EventStream.of(1, 1, new int[2], new int[2], new int[] {1, 1}, new long[] {7, 7});
        assertThat(frames(voxels(2, VoxelGrid.Polarities.SIGNED, VoxelGrid.Span.FIRST_TO_LAST), instant))
                .containsExactly(2, 0);
        assertThat(frames(new TimeSurface(surface(2, 0, Decay.EXPONENTIAL)), instant))
                .containsExactly(0, 0, /**/ 0, 1);
    }

    @Test
    void timeSurfaceDecaysFromTheLastEventAndRemembers() {
        // moments 20 and 40; tau 10; column 1 OFF: last 10, then 30; column 0 ON: last 0; the event of 40 counts in the
        // last surface only
        float[] even = frames(new TimeSurface(surface(2, 0, Decay.EXPONENTIAL)), FOUR);
        assertThat(even)
                .containsExactly(
                        new float[] {0, (float) Math.exp(-1), (float) Math.exp(-2), 0, 0, (float) Math.exp(-1), 1, 0},
                        within(1e-6f));
        // fixed windows leave out what falls on their end; linear: 1 - age/30
        float[] fixed = frames(new TimeSurface(surface(2, 20, Decay.LINEAR)), FOUR);
        assertThat(fixed).containsExactly(new float[] {0, 2 / 3f, 1 / 3f, 0, 0, 2 / 3f, 0, 0}, within(1e-6f));
    }

    @Test
    void averagedSurfaceIsTheMeanOverTheEventsOfACell() {
        // One cell of 3x3: ON at column 0 at 0 us, at column 1 at 10 us, at column 0 at 20 us; linear decay with 3 tau
        // = 30.
        // First event: middle 1. Second: middle 1, left neighbour 1 - 10/30. Third: middle 1 + (1 - 20/30), right
        // neighbour 1 - 10/30.
        EventStream events = EventStream.of(
                3, 3, new int[] {0, 1, 0}, new int[] {1, 1, 1}, new int[] {1, 1, 1}, new long[] {0, 10, 20});
        AveragedTimeSurface.Config config = new AveragedTimeSurface.Config(1, 3, 3, 25, 10, Decay.LINEAR);
        float[] frames = frames(new AveragedTimeSurface(config), events);
        assertThat(frames)
                .containsExactly(
                        new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0, /**/ 0, 0, 0, 2 / 9f, 10 / 9f, 2 / 9f, 0, 0, 0},
                        within(1e-6f));
        // a memory of 15 us forgets the first event before the third
        float[] shorter =
                frames(new AveragedTimeSurface(new AveragedTimeSurface.Config(1, 3, 3, 15, 10, Decay.LINEAR)), events);
        assertThat(shorter[13]).isEqualTo(1);
    }

    @Test
    void averagedSurfacesOfCellsLieAsOnTheSensor() {
        // cells of 2 on a sensor of 4x3: 2 columns and 2 rows of cells; an ON event in the last one
        EventStream events = EventStream.of(4, 3, new int[] {3}, new int[] {2}, new int[] {1}, new long[] {5});
        AveragedTimeSurface encoder =
                new AveragedTimeSurface(new AveragedTimeSurface.Config(1, 2, 1, 10, 10, Decay.LINEAR));
        assertThat(encoder.shape(4, 3)).isEqualTo(new FrameShape(1, 2, 2, 2));
        assertThat(frames(encoder, events)).containsExactly(0, 0, 0, 0, /**/ 0, 0, 0, 1);
    }

    @Test
    void binaRepReadsMarksAsBitsTheEarliestHighest() {
        // 4 windows of 10: [0, 10), [10, 20), [20, 30), [30, 40). Column 0 ON: 1000; column 1 OFF: 0101; the event of
        // 40 is lost
        assertThat(frames(new BinaRep(new BinaRep.Config(1, 4, 0, ALIGNED)), FOUR))
                .containsExactly(0, 5 / 15f, 8 / 15f, 0);
        assertThat(frames(new BinaRep(new BinaRep.Config(2, 2, 0, ALIGNED)), FOUR))
                .containsExactly(0, 1 / 3f, 2 / 3f, 0, /**/ 0, 1 / 3f, 0, 0);
    }

    @Test
    void subFramesAreChannelsOfTheirStep() {
        SubFrames encoder = new SubFrames(new SubFrames.Config(1, 2, SubFrames.Division.BY_TIME, 0, ALIGNED));
        assertThat(encoder.shape(2, 1)).isEqualTo(new FrameShape(1, 4, 1, 2));
        // [0, 20) and [20, 40]: OFF, ON, OFF, ON
        assertThat(frames(encoder, FOUR)).containsExactly(0, 1, /**/ 1, 0, /**/ 0, 1, /**/ 1, 0);
    }

    @Test
    void resizedFramesPromiseNoSum() {
        assertThat(new CountByTime(new CountByTime.Config(2, 0, ALIGNED)).contract())
                .isEqualTo(EncodingContract.counts(Sum.EVENTS));
        EncodingContract resized = new CountByTime(new CountByTime.Config(2, 48, ALIGNED)).contract();
        assertThat(resized.sum()).isEqualTo(Sum.NONE);
        assertThat(resized.whole()).isFalse();
        float[] frames = frames(
                new VoxelGrid(
                        new VoxelGrid.Config(2, VoxelGrid.Polarities.SIGNED, VoxelGrid.Span.FIRST_TO_LAST, 4, ALIGNED)),
                FOUR);
        assertThat(frames).hasSize(2 * 16);
    }

    @Test
    void parametersOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new AveragedTimeSurface.Config(1, 10, 4, 1, 1, Decay.LINEAR))
                .hasMessage("surface is 4, must be odd");
        assertThatThrownBy(() -> new AveragedTimeSurface.Config(1, 3, 5, 1, 1, Decay.LINEAR))
                .hasMessage("cell is 3, must be at least 5");
        assertThatThrownBy(() -> new BinaRep.Config(1, 25, 0, ALIGNED)).hasMessageContaining("bits is 25");
        assertThatThrownBy(() -> new EventSpikeTensor.Config(1, EventSpikeTensor.Measurement.TIME, 0, ALIGNED))
                .hasMessage("steps is 1, must be at least 2");
        assertThatThrownBy(() -> new EncodingContract(
                        EncodingContract.Channels.SIGNED, EncodingContract.Unit.EVENTS, Sum.NONE, 1, 0, false))
                .hasMessageContaining("lowest is 1.0");
    }

    private static TimeSurface.Config surface(int steps, int window, Decay decay) {
        return new TimeSurface.Config(steps, window, 10, decay, 0, ALIGNED);
    }

    private static VoxelGrid voxels(int steps, VoxelGrid.Polarities polarities, VoxelGrid.Span span) {
        return new VoxelGrid(new VoxelGrid.Config(steps, polarities, span, 0, ALIGNED));
    }

    private static EventSpikeTensor tensor(EventSpikeTensor.Measurement measurement) {
        return new EventSpikeTensor(new EventSpikeTensor.Config(3, measurement, 0, ALIGNED));
    }

    private static float[] frames(EventEncoder encoder, EventStream events) {
        float[] frames =
                new float[encoder.shape(events.width(), events.height()).length()];
        encoder.encode(events, frames, 0);
        return frames;
    }
}
