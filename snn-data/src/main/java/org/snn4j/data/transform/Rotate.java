package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Size;

/**
 * Turns a recording about the middle of the sensor, counter-clockwise where positive: every event goes to the nearest pixel, those that leave the sensor
 * are dropped.
 */
@Reference(
        title = "Li et al., Neuromorphic Data Augmentation for Training Spiking Neural Networks (ECCV 2022)",
        link = "https://arxiv.org/abs/2203.06145",
        equation = "rotate; here of events in place of frames")
public final class Rotate implements EventTransform {
    /**
     * @param degrees angle, in [-180, 180]
     * @param amount whether this much or drawn within it
     */
    public record Config(double degrees, Amount amount) {
        public static final Config DEFAULTS = new Config(15, Amount.UNIFORM);

        public Config {
            Check.inRange(degrees, -180, 180, "degrees");
            Check.notNull(amount, "amount");
        }
    }

    private final Config config;

    @Inject
    public Rotate(Config config) {
        this.config = config;
    }

    @Override
    public boolean random() {
        return config.amount() == Amount.UNIFORM;
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        double angle = Math.toRadians(config.amount().draw(config.degrees(), random));
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        Size sensor = Remap.sensor(events);
        double middleX = (sensor.width() - 1) / 2.0;
        double middleY = (sensor.height() - 1) / 2.0;
        return Remap.apply(events, sensor, (x, y) -> {
            double right = x - middleX;
            double down = y - middleY;
            return Remap.within(
                    sensor,
                    Math.round(cosine * right + sine * down + middleX),
                    Math.round(cosine * down - sine * right + middleY));
        });
    }
}
