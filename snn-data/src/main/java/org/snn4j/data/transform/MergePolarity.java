package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;

/** Gives all events one polarity; frames then have an empty channel. */
@Reference(
        title = "Tonic",
        link = "https://github.com/neuromorphs/tonic",
        equation = "tonic/transforms.py, MergePolarities")
public final class MergePolarity implements EventTransform {
    /** @param polarity that all events get, 0 = OFF, 1 = ON */
    public record Config(int polarity) {
        public static final Config DEFAULTS = new Config(1);

        public Config {
            Check.inRange(polarity, 0, 1, "polarity");
        }
    }

    private final int polarity;

    @Inject
    public MergePolarity(Config config) {
        polarity = config.polarity();
    }

    @Override
    public boolean random() {
        return false;
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        EventColumns columns = new EventColumns(events.size());
        for (int i = 0; i < events.size(); i++) {
            columns.add(events.x(i), events.y(i), polarity, events.time(i));
        }
        return columns.toStream(events.width(), events.height());
    }
}
