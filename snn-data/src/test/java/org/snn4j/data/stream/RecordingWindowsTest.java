package org.snn4j.data.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;
import org.snn4j.data.format.prophesee.Evt2Format;

class RecordingWindowsTest {
    @TempDir
    private Path folder;

    /** A reader of these times, on a sensor of 4x3, event i at column i mod 4, row i mod 3, polarity i mod 2. */
    private static EventReader reader(long... times) {
        return new EventReader() {
            private int next;

            @Override
            public Optional<Sensor> sensor() {
                return Optional.of(new Sensor(4, 3));
            }

            @Override
            public int read(EventColumns target, int most) {
                int from = next;
                while (next < times.length && next - from < Math.min(most, 3)) {
                    target.add(next % 4, next % 3, next % 2, times[next]);
                    next++;
                }
                return next - from;
            }

            @Override
            public void close() {}
        };
    }

    private static List<Window> windows(WindowRule rule, long... times) {
        return RecordingWindows.frames(reader(times), rule).stream()
                .map(WindowFrame::window)
                .toList();
    }

    @Test
    void windowsByTimeBeginAtTheFirstEventAndEndWithTheLast() {
        assertThat(windows(WindowRule.byTime(10), 5, 6, 14, 15, 16, 40, 45))
                .containsExactly(
                        new Window(0, 5, 15, 3),
                        new Window(1, 15, 25, 2),
                        new Window(2, 25, 35, 0),
                        new Window(3, 35, 45, 1),
                        new Window(4, 45, 55, 1));
    }

    @Test
    void emptyWindowsCanBeSkippedWithoutWalkingThroughThem() {
        assertThat(windows(WindowRule.byTime(10).skippingEmpty(), 5, 6, Long.MAX_VALUE - 3))
                .containsExactly(
                        new Window(0, 5, 15, 2),
                        new Window((Long.MAX_VALUE - 8) / 10, Long.MAX_VALUE - 12, Long.MAX_VALUE - 2, 1));
    }

    @Test
    void windowsByNumberHoldThatManyEventsAndTheLastTheRest() {
        WindowRule rule = WindowRule.byNumber(4);
        List<Window> full = List.of(new Window(0, 1, 4, 4), new Window(1, 5, 8, 4));

        assertThat(windows(rule, 1, 2, 3, 4, 5, 6, 7, 8)).isEqualTo(full);
        assertThat(windows(rule, 1, 2, 3, 4, 5, 6, 7, 8, 9))
                .startsWith(full.get(0), full.get(1))
                .hasSize(3)
                .endsWith(new Window(2, 9, 9, 1));
        assertThat(windows(rule.droppingRest(), 1, 2, 3, 4, 5, 6, 7, 8, 9)).isEqualTo(full);
    }

    @Test
    void anEmptyRecordingHasNoWindows() {
        assertThat(windows(WindowRule.byTime(1))).isEmpty();
        assertThat(windows(WindowRule.byNumber(1))).isEmpty();
    }

    @Test
    void aFrameCountsEachEventAtItsPlace() {
        WindowFrame frame = RecordingWindows.frames(reader(1, 2, 3, 4, 13), WindowRule.byNumber(5))
                .next();

        assertThat(frame.shape().height()).isEqualTo(3);
        assertThat(frame.shape().width()).isEqualTo(4);
        assertThat(frame.count(0, 0, 0)).isEqualTo(1);
        assertThat(frame.count(1, 1, 1)).isEqualTo(1);
        assertThat(frame.count(0, 2, 2)).isEqualTo(1);
        assertThat(frame.count(1, 0, 3)).isEqualTo(1);
        assertThat(frame.count(0, 1, 0)).isEqualTo(1);
        float sum = 0;
        for (float count : frame.counts()) {
            sum += count;
        }
        assertThat(sum).isEqualTo(5);
    }

    @Test
    void theWindowsOfAFileAreItsEventsInOrder() throws IOException {
        Path file = folder.resolve("some.raw");
        int events = 100_000;
        write(file, events, 3);
        for (WindowRule rule : List.of(WindowRule.byTime(977), WindowRule.byNumber(1234), WindowRule.byTime(1))) {
            EventColumns all = new EventColumns(events);
            try (Stream<EventStream> windows = RecordingWindows.recordings(open(file), rule).stream()) {
                windows.forEach(window -> {
                    for (int i = 0; i < window.size(); i++) {
                        all.add(window.x(i), window.y(i), window.polarity(i), window.time(i));
                    }
                });
            }
            try (EventReader reader = open(file)) {
                EventColumns whole = new EventColumns(events);
                while (reader.read(whole, events) > 0) {}
                assertThat(all.toStream(640, 480)).isEqualTo(whole.toStream(640, 480));
            }
        }
    }

    private static EventReader open(Path file) throws IOException {
        return new Evt2Format().open(file, ReadSettings.DEFAULTS);
    }

    private static void write(Path file, int events, int step) throws IOException {
        RandomGenerator random = new Seeds(3).stream("events");
        try (EventWriter writer = new Evt2Format().create(file, new Sensor(640, 480))) {
            long time = 0;
            for (int from = 0; from < events; from += 1 << 16) {
                EventColumns columns = new EventColumns(1 << 16);
                for (int i = from; i < Math.min(events, from + (1 << 16)); i++) {
                    time += random.nextInt(step + 1);
                    columns.add(random.nextInt(640), random.nextInt(480), random.nextInt(2), time);
                }
                writer.write(columns.toStream(640, 480));
            }
            writer.commit();
        }
    }

    @Test
    void closingTheStreamClosesTheRecording() throws IOException {
        List<String> closed = new ArrayList<>();
        EventReader reader = reader(1);
        EventReader watched = new EventReader() {
            @Override
            public Optional<Sensor> sensor() {
                return reader.sensor();
            }

            @Override
            public int read(EventColumns target, int most) throws IOException {
                return reader.read(target, most);
            }

            @Override
            public void close() {
                closed.add("closed");
            }
        };
        try (Stream<WindowFrame> frames = RecordingWindows.frames(watched, WindowRule.byTime(1)).stream()) {
            assertThat(frames.count()).isEqualTo(1);
        }
        assertThat(closed).containsExactly("closed");
    }

    /** The largest heap in use after a collection, while a file is framed that has more events than would fit beside the frames. */
    @Test
    void memoryDoesNotGrowWithTheFile() throws IOException {
        Path file = folder.resolve("long.raw");
        write(file, 2_000_000, 20);
        AtomicLong most = new AtomicLong();
        long before = used();
        AtomicLong frames = new AtomicLong();
        try (Stream<WindowFrame> windows = RecordingWindows.frames(open(file), WindowRule.byTime(100_000)).stream()) {
            windows.forEach(frame -> {
                if (frames.getAndIncrement() % 50 == 49) {
                    most.accumulateAndGet(used() - before, Math::max);
                }
            });
        }

        assertThat(frames.get()).isGreaterThan(150);
        // A frame is 2.5 MB; the events would take 26 MB.
        assertThat(most.get()).isLessThan(13L << 20);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThatThrownBy(() -> WindowRule.byTime(0)).hasMessageContaining("length of a window is 0");
        assertThatThrownBy(() -> windows(WindowRule.byTime(1).skippingEmpty(), -10, Long.MAX_VALUE - 3))
                .hasMessageContaining("after the first, -10 us");
        EventReader unknown = new EventReader() {
            @Override
            public Optional<Sensor> sensor() {
                return Optional.empty();
            }

            @Override
            public int read(EventColumns target, int most) {
                return 0;
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> RecordingWindows.frames(unknown, WindowRule.byTime(1)))
                .hasMessageContaining("ReadSettings.withSensor");
    }
}
