package org.snn4j.data.format;

import java.util.Optional;
import org.snn4j.core.Check;

/**
 * What a reader is told beside the file.
 *
 * @param sensor sensor that events must lie in; empty to take the file's own, or, where it has none, the smallest that holds the events
 * @param order what to do where time goes backward
 */
public record ReadSettings(Optional<Sensor> sensor, Order order) {
    /** The file's own sensor, strict order. */
    public static final ReadSettings DEFAULTS = new ReadSettings(Optional.empty(), Order.STRICT);

    /** What happens where an event is earlier than the one before it. */
    public enum Order {
        /** It is damage. */
        STRICT,
        /** Events are sorted by time, equal times in the order of the file: the first of them is given when the last has been read. */
        SORTED,
        /** Events stay in the order of the file, even if it goes back in time; no {@link org.snn4j.data.event.EventStream} can hold them then. */
        AS_RECORDED
    }

    public ReadSettings {
        Check.notNull(sensor, "sensor");
        Check.notNull(order, "order");
    }

    /** These settings with an order. */
    public ReadSettings withOrder(Order order) {
        return new ReadSettings(sensor, order);
    }

    /** These settings with a sensor. */
    public ReadSettings withSensor(int width, int height) {
        return new ReadSettings(Optional.of(new Sensor(width, height)), order);
    }
}
