package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Size;

/** Moves all events by whole pixels, right and down where positive; what leaves on one side comes back on the other. */
@Reference(
        title = "Li et al., Neuromorphic Data Augmentation for Training Spiking Neural Networks (ECCV 2022)",
        link = "https://arxiv.org/abs/2203.06145",
        equation = "roll; here of events in place of frames")
public final class Roll implements EventTransform {
    /**
     * @param columns move to the right
     * @param rows move downwards
     * @param amount whether this much or drawn within it, each axis on its own
     */
    public record Config(int columns, int rows, Amount amount) {
        public static final Config DEFAULTS = new Config(5, 5, Amount.UNIFORM);

        public Config {
            Check.notNull(amount, "amount");
            Check.inRange(columns, -Short.MAX_VALUE, Short.MAX_VALUE, "columns");
            Check.inRange(rows, -Short.MAX_VALUE, Short.MAX_VALUE, "rows");
        }
    }

    private final Config config;

    @Inject
    public Roll(Config config) {
        this.config = config;
    }

    @Override
    public boolean random() {
        return config.amount() == Amount.UNIFORM;
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        Size sensor = Remap.sensor(events);
        int columns = config.amount().draw(config.columns(), random);
        int rows = config.amount().draw(config.rows(), random);
        return Remap.apply(
                events,
                sensor,
                (x, y) ->
                        Remap.at(Math.floorMod(x + columns, sensor.width()), Math.floorMod(y + rows, sensor.height())));
    }
}
