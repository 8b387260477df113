package org.snn4j.data.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;
import org.snn4j.data.encode.BinaryByNumber.EmptySlice;
import org.snn4j.data.encode.BinaryByNumber.Resize;
import org.snn4j.data.encode.He2024Frames.Sensor;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Interpolation;

class EventEncodersTest {
    private static final Interpolation ALIGNED = Interpolation.BILINEAR_ALIGNED;

    /** Sensor of 3 columns and 2 rows: ON at (0, 0) at 10 us, OFF at (2, 1) at 20 and at 40 us. */
    private static final EventStream THREE = EventStream.of(
            3, 2, new int[] {0, 2, 2}, new int[] {0, 1, 1}, new int[] {1, 0, 0}, new long[] {10, 20, 40});

    @Test
    void countByNumberPutsTheRestIntoTheLastFrame() {
        // slices of 1 and 2 events; each frame OFF plane, then ON plane
        assertThat(frames(byNumber(2, 0), THREE))
                .containsExactly(0, 0, 0, 0, 0, 0, /**/ 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, /**/ 0, 0, 0, 0, 0, 0);
    }

    @Test
    void countByTimeKeepsTheLastEvent() {
        // window 15: [10, 25), [25, end]
        assertThat(frames(new CountByTime(new CountByTime.Config(2, 0, ALIGNED)), THREE))
                .containsExactly(0, 0, 0, 0, 0, 1, /**/ 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, /**/ 0, 0, 0, 0, 0, 0);
    }

    @Test
    void countByTimeTonicLosesTheLastEvent() {
        // window 15: [10, 25), [25, 40)
        assertThat(frames(new CountByTimeTonic(new CountByTimeTonic.Config(2, 0, ALIGNED)), THREE))
                .containsExactly(0, 0, 0, 0, 0, 1, /**/ 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /**/ 0, 0, 0, 0, 0, 0);
    }

    @Test
    void he2024WindowIsTheLastTimeOverTheSteps() {
        // window 40//4 = 10: [10, 20), [20, 30), [30, 40), [40, 50)
        assertThat(frames(new He2024Frames(new He2024Frames.Config(4, 0, Sensor.WHOLE)), THREE))
                .containsExactly(
                        0, 0, 0, 0, 0, 0, /**/ 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, /**/ 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                        0, /**/ 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, /**/ 0, 0, 0, 0, 0, 0);
    }

    @Test
    void he2024StretchesTheFittedSensor() {
        // Events at (1, 1) and (2, 1) of a large sensor: fitted to 2x1, stretched to 3x3 with the corners kept: 1, 1/2
        // + 1/2, 1 in each row.
        EventStream events =
                EventStream.of(9, 9, new int[] {1, 2}, new int[] {1, 1}, new int[] {1, 1}, new long[] {1, 1});
        float[] frames = frames(new He2024Frames(new He2024Frames.Config(1, 3, Sensor.FITTED)), events);
        assertThat(frames)
                .containsExactly(new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1}, within(1e-6f));
    }

    @Test
    void binaryByNumberDoesNotCountTwiceAndDropsTheRest() {
        EventStream events =
                EventStream.of(2, 1, new int[5], new int[5], new int[] {1, 1, 0, 0, 1}, new long[] {1, 2, 3, 4, 5});
        assertThat(frames(binary(2, 0, Resize.PREMULTIPLIED, EmptySlice.REFUSED), events))
                .containsExactly(0, 0, /**/ 1, 0, /**/ 1, 0, /**/ 0, 0);
    }

    @Test
    void premultipliedResizeLosesOffEventsAndKeepsOnEvents() {
        EventStream events =
                EventStream.of(2, 2, new int[] {0, 1}, new int[] {0, 0}, new int[] {0, 1}, new long[] {1, 2});
        float[] quirk = frames(binary(1, 4, Resize.PREMULTIPLIED, EmptySlice.REFUSED), events);
        float[] plain = frames(binary(1, 4, Resize.CHANNEL_WISE, EmptySlice.REFUSED), events);
        assertThat(Arrays.copyOfRange(quirk, 0, 16)).containsOnly(0);
        assertThat(plain[0]).isEqualTo(1);
        assertThat(Arrays.copyOfRange(quirk, 16, 32)).containsExactly(Arrays.copyOfRange(plain, 16, 32));
    }

    @Test
    void emptySliceIsRefusedUnlessAskedFor() {
        assertThatThrownBy(() -> frames(binary(4, 0, Resize.PREMULTIPLIED, EmptySlice.REFUSED), THREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 events, must have at least 4");
        assertThat(frames(binary(4, 0, Resize.PREMULTIPLIED, EmptySlice.ZERO), THREE))
                .containsOnly(0);
    }

    @Test
    void nOmniglotRatesAreScaledToTheLargestOfEachPolarity() {
        // duration 30, window 15: [10, 25) and [25, end]; one event per pixel, so every map is 0 or its maximum
        NOmniglotFrames rates = new NOmniglotFrames(
                new NOmniglotFrames.Config(2, 0, NOmniglotFrames.Value.FREQUENCY, NOmniglotFrames.Region.WHOLE));
        assertThat(frames(rates, THREE))
                .containsExactly(0, 0, 0, 0, 0, 1, /**/ 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, /**/ 0, 0, 0, 0, 0, 0);
    }

    @Test
    void nOmniglotRatesBelowTheLimitStaySmall() {
        // one event in 200,000 us: 5e-6, half of 1e-5
        EventStream slow = EventStream.of(1, 1, new int[2], new int[2], new int[2], new long[] {0, 400_000});
        NOmniglotFrames rates = new NOmniglotFrames(
                new NOmniglotFrames.Config(2, 0, NOmniglotFrames.Value.FREQUENCY, NOmniglotFrames.Region.WHOLE));
        assertThat(frames(rates, slow)).containsExactly(new float[] {0.5f, 0, 0.5f, 0}, within(0.005f));
    }

    @Test
    void nOmniglotRefusesWhatHasNoRateOrNoRegion() {
        EventStream instant = EventStream.of(1, 1, new int[2], new int[2], new int[2], new long[] {5, 5});
        assertThatThrownBy(() -> frames(new NOmniglotFrames(NOmniglotFrames.Config.DEFAULTS), instant))
                .hasMessageContaining("lasts 0 us");
        NOmniglotFrames region = new NOmniglotFrames(
                new NOmniglotFrames.Config(1, 28, NOmniglotFrames.Value.EVENT, NOmniglotFrames.Region.CHARACTER));
        assertThatThrownBy(() -> region.shape(303, 260))
                .hasMessageContaining("sensor is 303x260, must be at least 304x254");
    }

    @Test
    void halfPrecisionKeepsElevenBits() {
        assertThat(HalfPrecision.round(1 + 1 / 2048.0)).as("tie to even").isEqualTo(1);
        assertThat(HalfPrecision.round(1 + 3 / 2048.0)).isEqualTo(1 + 2 / 1024f);
        assertThat(HalfPrecision.round(0.1)).isEqualTo(0.0999755859375f);
        assertThat(HalfPrecision.round(Math.scalb(1.4, -24)))
                .as("smallest number above 0")
                .isEqualTo(Math.scalb(1f, -24));
        assertThat(HalfPrecision.round(0)).isZero();
    }

    @Test
    void noEventIsLostByNumberOrByTime() {
        EventStream events = random(997);
        for (int steps : new int[] {1, 7, 10}) {
            assertThat(sum(frames(byNumber(steps, 0), events))).isEqualTo(997);
            assertThat(sum(frames(new CountByTime(new CountByTime.Config(steps, 0, ALIGNED)), events)))
                    .isEqualTo(997);
        }
    }

    @Test
    void sizeOfTheSensorIsNoResize() {
        EventStream events = random(200);
        assertThat(frames(byNumber(3, 8), events)).isEqualTo(frames(byNumber(3, 0), events));
    }

    @Test
    void shapeFollowsTheSizeOrElseTheSensor() {
        assertThat(byNumber(3, 0).shape(30, 20)).isEqualTo(new FrameShape(3, 2, 20, 30));
        assertThat(byNumber(3, 16).shape(30, 20)).isEqualTo(new FrameShape(3, 2, 16, 16));
    }

    @Test
    void parametersOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new CountByNumber.Config(0, 0, ALIGNED)).hasMessage("steps is 0, must be at least 1");
        assertThatThrownBy(() -> new BinaryByNumber.Config(1, -1, Resize.PREMULTIPLIED, EmptySlice.ZERO))
                .hasMessageContaining("size is -1");
        assertThatThrownBy(() -> new He2024Frames.Config(1, 0, Sensor.FITTED)).hasMessageContaining("size is 0");
    }

    private static CountByNumber byNumber(int steps, int size) {
        return new CountByNumber(new CountByNumber.Config(steps, size, ALIGNED));
    }

    private static BinaryByNumber binary(int steps, int size, Resize resize, EmptySlice emptySlice) {
        return new BinaryByNumber(new BinaryByNumber.Config(steps, size, resize, emptySlice));
    }

    private static float[] frames(EventEncoder encoder, EventStream events) {
        float[] frames =
                new float[encoder.shape(events.width(), events.height()).length()];
        encoder.encode(events, frames, 0);
        return frames;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static EventStream random(int count) {
        RandomGenerator random = new Seeds(3).stream("events");
        EventColumns columns = new EventColumns(0);
        for (int i = 0; i < count; i++) {
            columns.add(random.nextInt(8), random.nextInt(8), random.nextInt(2), 77L * i);
        }
        return columns.toStream(8, 8);
    }
}
