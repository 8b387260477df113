package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;

/** Drops an event that comes at most some time after another of its pixel, whatever their polarity. */
@Reference(
        title = "Tonic",
        link = "https://github.com/neuromorphs/tonic",
        equation = "tonic/functional/refractory_period.py")
public final class RefractoryFilter implements EventTransform {
    private static final long NEVER = Long.MIN_VALUE;

    /**
     * @param period microseconds that a pixel is silent, at least 1
     * @param after the event that silences it
     */
    public record Config(int period, After after) {
        public static final Config DEFAULTS = new Config(1000, After.KEPT_EVENT);

        public Config {
            Check.atLeast(period, 1, "period");
            Check.notNull(after, "after");
        }
    }

    /** The event that silences a pixel. */
    public enum After {
        /** The last that was kept, as in a sensor. */
        KEPT_EVENT,
        /** The last, also if it was dropped, as in the source: a pixel that never rests longer stays silent. */
        ANY_EVENT
    }

    private final Config config;

    @Inject
    public RefractoryFilter(Config config) {
        this.config = config;
    }

    @Override
    public boolean random() {
        return false;
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        long[] last = new long[events.width() * events.height()];
        Arrays.fill(last, NEVER);
        boolean[] kept = new boolean[events.size()];
        for (int i = 0; i < kept.length; i++) {
            int pixel = events.y(i) * events.width() + events.x(i);
            kept[i] = last[pixel] == NEVER || events.time(i) - last[pixel] > config.period();
            if (kept[i] || config.after() == After.ANY_EVENT) {
                last[pixel] = events.time(i);
            }
        }
        return events.filter(i -> kept[i]);
    }
}
