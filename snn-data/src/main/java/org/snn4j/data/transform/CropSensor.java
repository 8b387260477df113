package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Size;

/** Cuts a rectangle out of the sensor; it becomes the sensor. Events outside are dropped. */
@Reference(title = "Tonic", link = "https://github.com/neuromorphs/tonic", equation = "tonic/functional/crop.py")
public final class CropSensor implements EventTransform {
    /**
     * @param width columns of the rectangle, at least 1 and at most the sensor's
     * @param height rows of the rectangle, at least 1 and at most the sensor's
     * @param place where it lies
     */
    public record Config(int width, int height, Place place) {
        public static final Config DEFAULTS = new Config(28, 28, Place.CENTRE);

        public Config {
            Check.atLeast(width, 1, "width");
            Check.atLeast(height, 1, "height");
            Check.notNull(place, "place");
        }
    }

    /** Where the rectangle lies. */
    public enum Place {
        /** In the middle; an odd margin is larger at the right or below. */
        CENTRE,
        /** Anywhere, uniformly. */
        RANDOM
    }

    private final Config config;

    @Inject
    public CropSensor(Config config) {
        this.config = config;
    }

    @Override
    public boolean random() {
        return config.place() == Place.RANDOM;
    }

    @Override
    public Size sensor(Size sensor) {
        if (config.width() > sensor.width() || config.height() > sensor.height()) {
            throw new IllegalArgumentException("sensor is " + sensor.width() + "x" + sensor.height()
                    + ", must be at least " + config.width() + "x" + config.height() + " to be cropped to it");
        }
        return new Size(config.height(), config.width());
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        Size to = sensor(Remap.sensor(events));
        int marginX = events.width() - to.width();
        int marginY = events.height() - to.height();
        int left = random() ? random.nextInt(marginX + 1) : marginX / 2;
        int top = random() ? random.nextInt(marginY + 1) : marginY / 2;
        return Remap.apply(events, to, (x, y) -> Remap.within(to, x - left, y - top));
    }
}
