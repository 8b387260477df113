package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;

/**
 * Drops all events of pixels that fire more often than anything that moves would make them: more than {@code rate} events a second of the
 * recording's duration, both polarities together. A recording without duration stays as it is.
 */
@Reference(
        title = "Tonic",
        link = "https://github.com/neuromorphs/tonic",
        equation = "tonic/functional/mask_hot_pixel.py")
public final class HotPixelFilter implements EventTransform {
    private static final double SECOND = 1e6;

    /** @param rate events a second up to which a pixel is kept, &gt; 0 */
    public record Config(double rate) {
        public static final Config DEFAULTS = new Config(1000);

        public Config {
            Check.greaterThan(rate, 0, "rate");
        }
    }

    private final double rate;

    @Inject
    public HotPixelFilter(Config config) {
        rate = config.rate();
    }

    @Override
    public boolean random() {
        return false;
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        double seconds = (events.lastTime() - events.firstTime()) / SECOND;
        if (seconds == 0) {
            return events;
        }
        int width = events.width();
        int[] counts = new int[width * events.height()];
        for (int i = 0; i < events.size(); i++) {
            counts[events.y(i) * width + events.x(i)]++;
        }
        return events.filter(i -> counts[events.y(i) * width + events.x(i)] <= rate * seconds);
    }
}
