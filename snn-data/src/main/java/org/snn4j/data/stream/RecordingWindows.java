package org.snn4j.data.stream;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snn4j.core.Check;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.Sensor;

/**
 * What is collected of each window of an open recording, in order of time; for one thread. Takes memory for a chunk of events and one window, not for the
 * recording. {@link #next} throws {@link org.snn4j.data.DataFormatException} where the file is damaged, and {@link UncheckedIOException} where it cannot be read.
 *
 * @param <T> what is collected of a window
 */
public final class RecordingWindows<T> implements Iterator<T>, Closeable {
    private static final int CHUNK = 1 << 14;

    private final EventReader reader;
    private final WindowRule rule;
    private final WindowCollector<T> collector;
    private final EventColumns chunk = new EventColumns(CHUNK);
    private int position;
    private boolean ended;
    private long origin;
    private long number = -1;
    private T collected;

    private RecordingWindows(EventReader reader, WindowRule rule, WindowCollector<T> collector) {
        this.reader = reader;
        this.rule = Check.notNull(rule, "rule");
        this.collector = collector;
    }

    /**
     * Count frames [1, 2, H, W] of the sensor's size, one for each window.
     *
     * @param reader is closed with the result
     * @throws IllegalArgumentException if neither the file nor the settings state the sensor
     */
    public static RecordingWindows<WindowFrame> frames(EventReader reader, WindowRule rule) {
        return new RecordingWindows<>(reader, rule, new CountCollector(sensor(reader)));
    }

    /** Short recordings, one for each window, for any encoder; see {@link #frames}. */
    public static RecordingWindows<EventStream> recordings(EventReader reader, WindowRule rule) {
        return new RecordingWindows<>(reader, rule, new RecordingCollector(sensor(reader)));
    }

    private static Sensor sensor(EventReader reader) {
        return reader.sensor()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the file does not state its sensor; open it with ReadSettings.withSensor(width, height)"));
    }

    @Override
    public boolean hasNext() {
        if (collected == null) {
            collected = rule.unit() == WindowRule.Unit.EVENTS ? nextByNumber() : nextByTime();
        }
        return collected != null;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the recording has no more windows");
        }
        T result = collected;
        collected = null;
        return result;
    }

    /** True if there is an event at the position. */
    private boolean filled() {
        if (position < chunk.size()) {
            return true;
        }
        if (ended) {
            return false;
        }
        try {
            chunk.clear();
            position = 0;
            ended = reader.read(chunk, CHUNK) == 0;
            return !ended;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the recording: " + e.getMessage(), e);
        }
    }

    private T nextByNumber() {
        if (!filled()) {
            return null;
        }
        number++;
        long start = chunk.time(position);
        long end = start;
        long taken = 0;
        while (taken < rule.length() && filled()) {
            int count = (int) Math.min(rule.length() - taken, chunk.size() - position);
            collector.take(chunk, position, count);
            end = chunk.time(position + count - 1);
            position += count;
            taken += count;
        }
        boolean kept = taken == rule.length() || rule.rest() == WindowRule.Rest.KEPT;
        return kept ? collector.end(new Window(number, start, end, taken)) : null;
    }

    private T nextByTime() {
        if (!filled()) {
            return null;
        }
        if (number < 0) {
            origin = chunk.time(position);
        }
        number++;
        if (rule.rest() == WindowRule.Rest.DROPPED) {
            number = since(position) / rule.length();
        }
        long taken = 0;
        while (filled()) {
            int count = inside();
            collector.take(chunk, position, count);
            position += count;
            taken += count;
            if (position < chunk.size()) {
                break;
            }
        }
        long start = origin + number * rule.length();
        return collector.end(new Window(number, start, saturated(start, rule.length()), taken));
    }

    /** Events from the position on that belong to the window, as far as they are read. */
    private int inside() {
        int low = position;
        int high = chunk.size();
        if (since(high - 1) / rule.length() <= number) {
            return high - low;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (since(middle) / rule.length() <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - position;
    }

    /** Microseconds since the first event. */
    private long since(int event) {
        long since = chunk.time(event) - origin;
        if (since < 0) {
            throw new IllegalArgumentException("time " + chunk.time(event) + " us is more than " + Long.MAX_VALUE
                    + " us after the first, " + origin + " us");
        }
        return since;
    }

    private static long saturated(long start, long length) {
        return start > Long.MAX_VALUE - length ? Long.MAX_VALUE : start + length;
    }

    /** The windows as a sequential stream; closing it closes the recording. */
    public Stream<T> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(() -> {
                    try {
                        close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
