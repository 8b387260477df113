package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;

/**
 * One of four, each as likely: nothing; {@link DropByTime} with a share of 0.1, 0.2 ... 0.9; {@link DropByArea} with sides of 0.05, 0.1 ... 0.25;
 * {@link DropRandom} with a share of 0.1, 0.2 ... 0.9. If nothing is left, the recording stays as it was.
 *
 * <p>Differences from the source: its interval may reach beyond the end of the recording and its rectangle beyond the sensor, and it drops what
 * lies in the rectangle's columns or in its rows, a cross in place of the rectangle of the text.
 */
@Reference(
        title = "Gu et al., EventDrop: Data Augmentation for Event-based Learning (IJCAI 2021)",
        link = "https://github.com/fuqianggu/EventDrop",
        equation = "utils/dataset.py, event_drop")
public final class EventDrop implements EventTransform {
    private static final int CHOICES = 4;
    private static final int TENTHS = 9;
    private static final int TWENTIETHS = 5;

    /** No parameters. */
    public record Config() {
        public static final Config DEFAULTS = new Config();
    }

    @Inject
    public EventDrop(Config config) {}

    @Override
    public boolean random() {
        return true;
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        EventStream left =
                switch (random.nextInt(CHOICES)) {
                    case 0 -> events;
                    case 1 ->
                        new DropByTime(new DropByTime.Config(tenths(random), DropByTime.Span.RECORDING))
                                .apply(events, random);
                    case 2 ->
                        new DropByArea(new DropByArea.Config((1 + random.nextInt(TWENTIETHS)) / 20.0))
                                .apply(events, random);
                    default -> new DropRandom(new DropRandom.Config(tenths(random))).apply(events, random);
                };
        return left.size() == 0 ? events : left;
    }

    private static double tenths(RandomGenerator random) {
        return (1 + random.nextInt(TENTHS)) / 10.0;
    }
}
