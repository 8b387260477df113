package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Size;

/**
 * Enlarges or shrinks a recording about the middle of its sensor, which stays as it is: every event goes to the nearest pixel, those that leave
 * the sensor are dropped. Enlarged recordings have gaps: no event is made.
 */
@Reference(title = "None: a similarity about the middle of the sensor")
public final class Scale implements EventTransform {
    /**
     * @param factor size after to size before, &gt; 0
     * @param amount this factor, or one drawn with a uniform logarithm between 1/factor and factor
     */
    public record Config(double factor, Amount amount) {
        public static final Config DEFAULTS = new Config(1.2, Amount.UNIFORM);

        public Config {
            Check.greaterThan(factor, 0, "factor");
            Check.notNull(amount, "amount");
        }
    }

    private final Config config;

    @Inject
    public Scale(Config config) {
        this.config = config;
    }

    @Override
    public boolean random() {
        return config.amount() == Amount.UNIFORM;
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        double factor = random() ? Math.exp(config.amount().draw(Math.log(config.factor()), random)) : config.factor();
        Size sensor = Remap.sensor(events);
        double middleX = (sensor.width() - 1) / 2.0;
        double middleY = (sensor.height() - 1) / 2.0;
        return Remap.apply(
                events,
                sensor,
                (x, y) -> Remap.within(
                        sensor,
                        Math.round((x - middleX) * factor + middleX),
                        Math.round((y - middleY) * factor + middleY)));
    }
}
