package org.snn4j.data.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;

/**
 * What every {@link EventEncoder} must hold. Implement it in a test class of your own:
 * {@code class MyEncoderTest implements EventEncoderContract { public EventEncoder encoder() { ... } }}.
 */
public interface EventEncoderContract {
    /** Columns of the sensor that the suite uses. */
    int WIDTH = 12;
    /** Rows of the sensor that the suite uses. */
    int HEIGHT = 9;

    /** The encoder under test. */
    EventEncoder encoder();

    @Test
    default void shapeHasItsStepsAndTwoPolarities() {
        FrameShape shape = encoder().shape(WIDTH, HEIGHT);
        assertThat(encoder().steps()).isPositive();
        assertThat(shape.steps()).isEqualTo(encoder().steps());
        assertThat(shape.channels()).isEqualTo(2);
    }

    @Test
    default void everyValueOfTheFramesIsSetAndNothingElse() {
        int length = encoder().shape(WIDTH, HEIGHT).length();
        float[] target = new float[length + 5];
        Arrays.fill(target, Float.NaN);
        encoder().encode(recording(0, 1), target, 3);
        assertThat(Arrays.copyOfRange(target, 0, 3)).containsOnly(Float.NaN);
        assertThat(Arrays.copyOfRange(target, length + 3, length + 5)).containsOnly(Float.NaN);
        for (int i = 3; i < length + 3; i++) {
            if (!(target[i] >= 0 && target[i] < Float.POSITIVE_INFINITY)) {
                throw new AssertionError(
                        "value " + (i - 3) + " is " + target[i] + ", must be set, finite and not negative");
            }
        }
    }

    @Test
    default void sameRecordingGivesTheSameFrames() {
        EventStream recording = recording(0, 1);
        assertThat(frames(recording)).isEqualTo(frames(recording)).isNotEqualTo(new float[frames(recording).length]);
    }

    @Test
    default void eventsOfOnePolarityLeaveTheOtherChannelEmpty() {
        int plane = encoder().shape(WIDTH, HEIGHT).frameLength() / 2;
        for (int polarity = 0; polarity < 2; polarity++) {
            float[] frames = frames(recording(polarity, polarity));
            for (int step = 0; step < encoder().steps(); step++) {
                int other = (2 * step + 1 - polarity) * plane;
                assertThat(Arrays.copyOfRange(frames, other, other + plane)).containsOnly(0);
            }
        }
    }

    @Test
    default void emptyRecordingIsRefused() {
        EventStream empty = new EventColumns(0).toStream(WIDTH, HEIGHT);
        float[] target = new float[encoder().shape(WIDTH, HEIGHT).length()];
        assertThatThrownBy(() -> encoder().encode(empty, target, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 events");
    }

    private float[] frames(EventStream recording) {
        float[] frames = new float[encoder().shape(WIDTH, HEIGHT).length()];
        encoder().encode(recording, frames, 0);
        return frames;
    }

    /** 60 events per time step over the whole sensor, polarities between {@code low} and {@code high}. */
    private EventStream recording(int low, int high) {
        RandomGenerator random = new Seeds(1).stream("events");
        EventColumns columns = new EventColumns(0);
        for (int i = 0; i < 60 * encoder().steps(); i++) {
            columns.add(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(low, high + 1), 1000 + 50L * i);
        }
        return columns.toStream(WIDTH, HEIGHT);
    }
}
