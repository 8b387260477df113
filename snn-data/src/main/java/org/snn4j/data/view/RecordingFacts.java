package org.snn4j.data.view;

import java.util.List;
import java.util.Locale;
import org.snn4j.data.event.EventStream;

/**
 * What a recording is, in figures.
 *
 * @param events number of events
 * @param width columns of the sensor
 * @param height rows of the sensor
 * @param first time of the first event in microseconds, 0 without events
 * @param last time of the last event in microseconds, 0 without events
 * @param on share of ON events, NaN without events
 * @param active share of pixels with at least one event
 * @param busiest largest number of events at one pixel
 * @param busiestX its column
 * @param busiestY its row
 */
public record RecordingFacts(
        int events,
        int width,
        int height,
        long first,
        long last,
        double on,
        double active,
        int busiest,
        int busiestX,
        int busiestY) {
    private static final double SECOND = 1e6;

    /** Counts a recording. */
    public static RecordingFacts of(EventStream recording) {
        int[] counts = new int[recording.width() * recording.height()];
        long on = 0;
        for (int i = 0; i < recording.size(); i++) {
            counts[recording.y(i) * recording.width() + recording.x(i)]++;
            on += recording.polarity(i);
        }
        int active = 0;
        int busiest = 0;
        for (int i = 0; i < counts.length; i++) {
            active += counts[i] > 0 ? 1 : 0;
            busiest = counts[i] > counts[busiest] ? i : busiest;
        }
        boolean empty = recording.size() == 0;
        return new RecordingFacts(
                recording.size(),
                recording.width(),
                recording.height(),
                empty ? 0 : recording.firstTime(),
                empty ? 0 : recording.lastTime(),
                (double) on / recording.size(),
                (double) active / counts.length,
                counts[busiest],
                busiest % recording.width(),
                busiest / recording.width());
    }

    /** From the first event to the last, in seconds. */
    public double seconds() {
        return (last - first) / SECOND;
    }

    /** Name and value of each figure, for people. */
    public List<Entry> entries() {
        return List.of(
                entry("events", "%,d", events),
                entry("sensor", "%d x %d pixels", width, height),
                entry("time", "%.6f to %.6f s, %.6f s long", first / SECOND, last / SECOND, seconds()),
                seconds() > 0
                        ? entry("mean rate", "%,.0f events a second", events / seconds())
                        : entry("mean rate", "-"),
                events > 0 ? entry("ON events", "%.1f %%", 100 * on) : entry("ON events", "-"),
                entry("pixels with events", "%.1f %%", 100 * active),
                entry("busiest pixel", "column %d, row %d: %,d events", busiestX, busiestY, busiest));
    }

    private static Entry entry(String name, String format, Object... values) {
        return new Entry(name, String.format(Locale.ROOT, format, values));
    }

    /**
     * A figure for people.
     *
     * @param name what it is
     * @param value its value with unit
     */
    public record Entry(String name, String value) {}
}
