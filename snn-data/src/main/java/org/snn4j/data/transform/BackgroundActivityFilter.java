package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;

/**
 * Drops an event that no neighbouring pixel supports: none of them had an event, kept or not and of either polarity, less than a window
 * before. Noise comes alone; what moves does not.
 */
@Reference(title = "Tonic", link = "https://github.com/neuromorphs/tonic", equation = "tonic/functional/denoise.py")
public final class BackgroundActivityFilter implements EventTransform {
    private static final long NEVER = Long.MIN_VALUE;

    /**
     * @param window microseconds, at least 1
     * @param neighbours pixels that can support an event
     * @param start what is taken to have happened before the recording
     */
    public record Config(int window, Neighbours neighbours, Start start) {
        public static final Config DEFAULTS = new Config(10_000, Neighbours.EIGHT, Start.SILENT);

        public Config {
            Check.atLeast(window, 1, "window");
            Check.notNull(neighbours, "neighbours");
            Check.notNull(start, "start");
        }
    }

    /** Pixels that can support an event. */
    public enum Neighbours {
        /** Left, right, above and below, as in the source. */
        FOUR,
        /** Also across the corners. */
        EIGHT
    }

    /** What is taken to have happened before the recording. */
    public enum Start {
        /** Nothing. */
        SILENT,
        /** An event of every pixel at time 0, as in the source: whatever comes before time {@code window} is kept. */
        ACTIVE
    }

    private final Config config;

    @Inject
    public BackgroundActivityFilter(Config config) {
        this.config = config;
    }

    @Override
    public boolean random() {
        return false;
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        long[] last = new long[events.width() * events.height()];
        Arrays.fill(last, config.start() == Start.ACTIVE ? 0 : NEVER);
        boolean[] kept = new boolean[events.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = supported(events, i, last);
            last[events.y(i) * events.width() + events.x(i)] = events.time(i);
        }
        return events.filter(i -> kept[i]);
    }

    private boolean supported(EventStream events, int event, long[] last) {
        int x = events.x(event);
        int y = events.y(event);
        for (int row = Math.max(0, y - 1); row <= Math.min(events.height() - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(events.width() - 1, x + 1); column++) {
                int distance = Math.abs(row - y) + Math.abs(column - x);
                long time = last[row * events.width() + column];
                boolean neighbour = distance == 1 || distance == 2 && config.neighbours() == Neighbours.EIGHT;
                if (neighbour && time != NEVER && events.time(event) - time < config.window()) {
                    return true;
                }
            }
        }
        return false;
    }
}
