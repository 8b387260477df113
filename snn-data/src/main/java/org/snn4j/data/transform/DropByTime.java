package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;

/** Drops all events of an interval of time that lies anywhere within the recording, both ends included. */
@Reference(
        title = "Gu et al., EventDrop: Data Augmentation for Event-based Learning (IJCAI 2021)",
        link = "https://github.com/fuqianggu/EventDrop",
        equation = "drop by time; an interval inside the recording as in neuromorphs/tonic, "
                + "tonic/functional/drop_event.py")
public final class DropByTime implements EventTransform {
    /**
     * @param share length of the interval as a share of the span, in [0, 1]
     * @param span what the interval lies in
     */
    public record Config(double share, Span span) {
        public static final Config DEFAULTS = new Config(0.2, Span.RECORDING);

        public Config {
            Check.inRange(share, 0, 1, "share");
            Check.notNull(span, "span");
        }
    }

    /** What the interval lies in. */
    public enum Span {
        /** From the first to the last event. */
        RECORDING,
        /** From time 0 to the last event, as in the published code: a late start makes the interval longer. */
        CLOCK
    }

    private final Config config;

    @Inject
    public DropByTime(Config config) {
        this.config = config;
    }

    @Override
    public boolean random() {
        return true;
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        double from = config.span() == Span.CLOCK ? 0 : events.firstTime();
        double length = (events.lastTime() - from) * config.share();
        double start = from + random.nextDouble() * (events.lastTime() - from - length);
        return events.filter(i -> events.time(i) < start || events.time(i) > start + length);
    }
}
