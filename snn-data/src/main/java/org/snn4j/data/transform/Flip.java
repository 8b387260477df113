package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Size;

/** Mirrors a recording with some probability. */
@Reference(
        title = "Tonic",
        link = "https://github.com/neuromorphs/tonic",
        equation = "tonic/functional/flip_lr.py and flip_ud.py")
public final class Flip implements EventTransform {
    /**
     * @param axis what changes places
     * @param probability of mirroring, in [0, 1]; 1 draws nothing
     */
    public record Config(Axis axis, double probability) {
        public static final Config DEFAULTS = new Config(Axis.LEFT_RIGHT, 1);

        public Config {
            Check.notNull(axis, "axis");
            Check.inRange(probability, 0, 1, "probability");
        }
    }

    /** What changes places. */
    public enum Axis {
        /** Left and right. */
        LEFT_RIGHT,
        /** Top and bottom. */
        UP_DOWN
    }

    private final Config config;

    @Inject
    public Flip(Config config) {
        this.config = config;
    }

    @Override
    public boolean random() {
        return config.probability() < 1;
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        if (random() && random.nextDouble() >= config.probability()) {
            return events;
        }
        Size sensor = Remap.sensor(events);
        boolean horizontal = config.axis() == Axis.LEFT_RIGHT;
        return Remap.apply(
                events,
                sensor,
                (x, y) -> horizontal ? Remap.at(sensor.width() - 1 - x, y) : Remap.at(x, sensor.height() - 1 - y));
    }
}
