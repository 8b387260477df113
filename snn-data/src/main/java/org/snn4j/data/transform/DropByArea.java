package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;

/** Drops all events of a rectangle that lies anywhere within the sensor, as if something stood before it. */
@Reference(
        title = "Gu et al., EventDrop: Data Augmentation for Event-based Learning (IJCAI 2021)",
        link = "https://github.com/fuqianggu/EventDrop",
        equation = "drop by area; the rectangle as in neuromorphs/tonic, tonic/functional/drop_event.py")
public final class DropByArea implements EventTransform {
    /** @param side columns and rows of the rectangle as a share of the sensor's, rounded down, in [0, 1) */
    public record Config(double side) {
        public static final Config DEFAULTS = new Config(0.2);

        public Config {
            Check.inRange(side, 0, Math.nextDown(1.0), "side");
        }
    }

    private final double side;

    @Inject
    public DropByArea(Config config) {
        side = config.side();
    }

    @Override
    public boolean random() {
        return true;
    }

    /** The last corner at which the rectangle still fits is never drawn, as in the source. */
    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        int width = (int) (events.width() * side);
        int height = (int) (events.height() * side);
        int left = random.nextInt(events.width() - width);
        int top = random.nextInt(events.height() - height);
        return events.filter(i ->
                events.x(i) < left || events.x(i) >= left + width || events.y(i) < top || events.y(i) >= top + height);
    }
}
