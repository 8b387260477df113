package org.snn4j.data.statistics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.snn4j.core.Check;
import org.snn4j.data.event.EventStream;

/**
 * Distributions of the {@link Quantity quantities} of a set of recordings; immutable.
 *
 * <p>A recording without events has no centre, spread, share or interval, one without two events of a pixel no interval: it adds nothing to those
 * distributions. Time counts from 0, not from the first event.
 */
public final class EventStatistics {
    private static final double MILLISECOND = 1e3;
    private static final double SECOND = 1e6;

    private final int recordings;
    private final long events;
    private final long duration;
    private final double[] profile;
    private final Map<Quantity, Distribution> distributions = new EnumMap<>(Quantity.class);

    private EventStatistics(List<EventStream> recordings, long duration, int bins) {
        this.recordings = recordings.size();
        this.duration = duration;
        profile = new double[bins];
        Map<Quantity, Values> values = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            values.put(quantity, new Values());
        }
        long all = 0;
        for (EventStream recording : recordings) {
            measure(recording, values);
            all += recording.size();
        }
        events = all;
        values.forEach((quantity, numbers) -> distributions.put(quantity, numbers.distribution()));
    }

    /**
     * @param recordings at least one
     * @param duration microseconds over which rates and thirds are counted; later events count in the last third
     * @param bins parts of the duration in the profile of the rate
     */
    public static EventStatistics of(List<EventStream> recordings, long duration, int bins) {
        Check.atLeast(recordings.size(), 1, "recordings");
        Check.greaterThan(duration, 0, "duration");
        Check.atLeast(bins, 1, "bins");
        return new EventStatistics(recordings, duration, bins);
    }

    private void measure(EventStream events, Map<Quantity, Values> values) {
        int size = events.size();
        int pixels = events.width() * events.height();
        values.get(Quantity.EVENTS).add(size);
        values.get(Quantity.RATE).add(size / (double) pixels / (duration / SECOND));
        int second = events.indexAt((duration + 2) / 3);
        int third = events.indexAt((2 * duration + 2) / 3);
        values.get(Quantity.EVENTS_FIRST).add(second);
        values.get(Quantity.EVENTS_SECOND).add(third - second);
        values.get(Quantity.EVENTS_THIRD).add(size - third);
        if (size > 0) {
            places(events, values);
        }
        Values intervals = new Values();
        int[] counts = new int[pixels];
        long[] last = new long[pixels];
        for (int i = 0; i < size; i++) {
            int pixel = events.y(i) * events.width() + events.x(i);
            long time = events.time(i);
            if (counts[pixel]++ > 0) {
                intervals.add((time - last[pixel]) / MILLISECOND);
            }
            last[pixel] = time;
            values.get(Quantity.TIMES).add(time / MILLISECOND);
            int bin = (int) (time * profile.length / duration);
            if (bin < profile.length) {
                profile[bin] += SECOND * profile.length / ((double) duration * pixels * recordings);
            }
        }
        int active = 0;
        for (int count : counts) {
            if (count > 0) {
                active++;
                values.get(Quantity.PIXEL_EVENTS).add(count);
            }
        }
        values.get(Quantity.ACTIVE).add(active / (double) pixels);
        intervals(intervals.distribution(), values);
    }

    private static void places(EventStream events, Map<Quantity, Values> values) {
        double on = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        int size = events.size();
        for (int i = 0; i < size; i++) {
            on += events.polarity(i);
            x += events.x(i);
            y += events.y(i);
            xx += events.x(i) * events.x(i);
            yy += events.y(i) * events.y(i);
        }
        values.get(Quantity.ON_SHARE).add(on / size);
        values.get(Quantity.CENTRE_X).add(x / size);
        values.get(Quantity.CENTRE_Y).add(y / size);
        values.get(Quantity.SPREAD_X).add(Math.sqrt(Math.max(0, xx / size - x / size * (x / size))));
        values.get(Quantity.SPREAD_Y).add(Math.sqrt(Math.max(0, yy / size - y / size * (y / size))));
    }

    private static void intervals(Distribution intervals, Map<Quantity, Values> values) {
        if (intervals.size() == 0) {
            return;
        }
        values.get(Quantity.INTERVAL_LOW).add(intervals.quantile(0.1));
        values.get(Quantity.INTERVAL_MIDDLE).add(intervals.quantile(0.5));
        values.get(Quantity.INTERVAL_HIGH).add(intervals.quantile(0.9));
        for (int i = 0; i < intervals.size(); i++) {
            // A microsecond is the resolution: simultaneous events of a pixel count as one apart.
            values.get(Quantity.INTERVALS).add(Math.log10(Math.max(intervals.value(i), 1 / MILLISECOND)));
        }
    }

    /** Number of recordings. */
    public int recordings() {
        return recordings;
    }

    /** Number of events of all recordings. */
    public long events() {
        return events;
    }

    /** Microseconds over which rates were counted. */
    public long duration() {
        return duration;
    }

    /** Mean events per pixel and second in equal parts of the duration. */
    public double[] profile() {
        return profile.clone();
    }

    /** Values of a quantity over all recordings, or all their events or pixels. */
    public Distribution distribution(Quantity quantity) {
        return distributions.get(quantity);
    }

    /** A growing column of numbers. */
    private static final class Values {
        private double[] numbers = new double[16];
        private int size;

        void add(double number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        Distribution distribution() {
            return Distribution.of(Arrays.copyOf(numbers, size));
        }
    }
}
