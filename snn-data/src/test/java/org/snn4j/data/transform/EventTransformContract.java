package org.snn4j.data.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Size;

/**
 * What every {@link EventTransform} must hold. Implement it in a test class of your own:
 * {@code class MyTransformTest implements EventTransformContract { public EventTransform transform() { ... } }}.
 */
public interface EventTransformContract {
    /** Columns of the sensor that the suite uses. */
    int WIDTH = 40;
    /** Rows of the sensor that the suite uses. */
    int HEIGHT = 30;

    /** The transform under test. */
    EventTransform transform();

    @Test
    default void theSensorOfTheResultIsTheOneAnnounced() {
        Size expected = transform().sensor(new Size(HEIGHT, WIDTH));
        for (int seed = 0; seed < 20; seed++) {
            EventStream changed = transform().apply(recording(seed), new Seeds(seed).stream("draws"));
            assertThat(new Size(changed.height(), changed.width())).isEqualTo(expected);
        }
    }

    @Test
    default void eventsAreInsideTheSensorAndInOrderAndNoneIsMade() {
        for (int seed = 0; seed < 20; seed++) {
            EventStream recording = recording(seed);
            EventStream changed = transform().apply(recording, new Seeds(seed).stream("draws"));
            assertThat(changed.size()).isLessThanOrEqualTo(recording.size());
            long time = Long.MIN_VALUE;
            for (int i = 0; i < changed.size(); i++) {
                assertThat(changed.x(i)).isBetween(0, changed.width() - 1);
                assertThat(changed.y(i)).isBetween(0, changed.height() - 1);
                assertThat(changed.time(i)).isGreaterThanOrEqualTo(time);
                time = changed.time(i);
            }
        }
    }

    @Test
    default void theSameDrawsGiveTheSame() {
        EventStream recording = recording(3);
        assertThat(transform().apply(recording, new Seeds(9).stream("draws")))
                .isEqualTo(transform().apply(recording, new Seeds(9).stream("draws")));
    }

    @Test
    default void itDrawsOnlyIfItSaysSo() {
        RandomGenerator none = () -> {
            throw new AssertionError("drawn, though random() is false");
        };
        if (!transform().random()) {
            transform().apply(recording(1), none);
            return;
        }
        EventStream recording = recording(1);
        EventStream first = transform().apply(recording, new Seeds(0).stream("draws"));
        boolean differs = false;
        for (int seed = 1; seed < 50; seed++) {
            differs |= !transform()
                    .apply(recording, new Seeds(seed).stream("draws"))
                    .equals(first);
        }
        assertThat(differs)
                .as("50 seeds give the same although random() is true")
                .isTrue();
    }

    @Test
    default void oneEventIsEnough() {
        EventStream single = EventStream.of(
                WIDTH, HEIGHT, new int[] {WIDTH / 2}, new int[] {HEIGHT / 2}, new int[] {1}, new long[] {5});
        assertThat(transform().apply(single, new Seeds(1).stream("draws")).size())
                .isLessThanOrEqualTo(1);
    }

    private static EventStream recording(int seed) {
        RandomGenerator random = new Seeds(seed).stream("events");
        EventColumns columns = new EventColumns(0);
        long time = 1000;
        for (int i = 0; i < 500; i++) {
            time += random.nextInt(400);
            columns.add(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(2), time);
        }
        return columns.toStream(WIDTH, HEIGHT);
    }
}
