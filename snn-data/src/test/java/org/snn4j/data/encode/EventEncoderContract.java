package org.snn4j.data.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    default void shapeHasItsStepsAndTheChannelsOfItsContract() {
        FrameShape shape = encoder().shape(WIDTH, HEIGHT);
        assertThat(encoder().steps()).isPositive();
        assertThat(shape.steps()).isEqualTo(encoder().steps());
        switch (encoder().contract().channels()) {
            case POLARITY -> assertThat(shape.channels()).isEqualTo(2);
            case SUB_FRAMES -> assertThat(shape.channels() % 2).isZero();
            case SIGNED -> assertThat(shape.channels()).isEqualTo(1);
            default -> throw new AssertionError(encoder().contract());
        }
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
            if (!Float.isFinite(target[i])) {
                throw new AssertionError("value " + (i - 3) + " is " + target[i] + ", must be set and finite");
            }
        }
    }

    @Test
    default void valuesAreInTheRangeOfTheContract() {
        EncodingContract contract = encoder().contract();
        for (EventStream recording : recordings()) {
            for (float value : frames(recording)) {
                // Weights of an interpolation sum to 1 in single precision only.
                if (value < contract.lowest() - 1e-5 || value > contract.highest() + 1e-5) {
                    throw new AssertionError("value " + value + " contradicts " + contract);
                }
            }
        }
    }

    @Test
    default void valuesAreWholeNumbersIfTheContractSaysSo() {
        for (EventStream recording : recordings()) {
            for (float value : frames(recording)) {
                if (encoder().contract().whole() && value != Math.rint(value)) {
                    throw new AssertionError(
                            "value " + value + " contradicts " + encoder().contract());
                }
            }
        }
    }

    @Test
    default void theSumIsWhatTheContractSays() {
        for (EventStream recording : recordings()) {
            int on = 0;
            for (int i = 0; i < recording.size(); i++) {
                on += recording.polarity(i);
            }
            double sum = 0;
            for (float value : frames(recording)) {
                sum += value;
            }
            switch (encoder().contract().sum()) {
                case EVENTS -> assertThat(sum).isCloseTo(recording.size(), within(1e-3));
                case EVENTS_AT_MOST -> assertThat(sum).isLessThanOrEqualTo(recording.size() + 1e-3);
                case ON_MINUS_OFF -> assertThat(sum).isCloseTo(2 * on - recording.size(), within(1e-3));
                default -> assertThat(sum).isFinite();
            }
        }
    }

    @Test
    default void sameRecordingGivesTheSameFrames() {
        EventStream recording = recording(0, 1);
        assertThat(frames(recording)).isEqualTo(frames(recording)).isNotEqualTo(new float[frames(recording).length]);
    }

    @Test
    default void eventsOfOnePolarityLeaveTheChannelsOfTheOtherEmptyOrAreItsNegative() {
        FrameShape shape = encoder().shape(WIDTH, HEIGHT);
        int plane = shape.height() * shape.width();
        float[] off = frames(recording(0, 0));
        float[] on = frames(recording(1, 1));
        for (int i = 0; i < off.length; i++) {
            int channel = i / plane % shape.channels();
            float[] empty = channel % 2 == 1 ? off : on;
            if (encoder().contract().channels().separatesPolarities() ? empty[i] != 0 : off[i] != -on[i]) {
                throw new AssertionError("value " + i + ": OFF gives " + off[i] + ", ON gives " + on[i] + ", but "
                        + encoder().contract());
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

    /** Evenly timed, in bursts of equal times, with long gaps, and of one moment at each end. */
    private List<EventStream> recordings() {
        List<EventStream> recordings = new ArrayList<>();
        recordings.add(recording(0, 1));
        for (int law = 0; law < 4; law++) {
            RandomGenerator random = new Seeds(law).stream("recordings");
            EventColumns columns = new EventColumns(0);
            int count = 60 * encoder().steps();
            long time = 70_000;
            for (int i = 0; i < count; i++) {
                time += switch (law) {
                    case 0 -> random.nextInt(5) == 0 ? random.nextInt(2000) : 0;
                    case 1 -> (long) (-300 * Math.log(1 - random.nextDouble()));
                    case 2 -> i % 100 == 99 ? 200_000 : random.nextInt(20);
                    default -> i == count / 2 ? 1_000_000 : 0;
                };
                columns.add(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(2), time);
            }
            recordings.add(columns.toStream(WIDTH, HEIGHT));
        }
        return recordings;
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
