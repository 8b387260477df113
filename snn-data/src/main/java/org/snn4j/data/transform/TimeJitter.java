package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;

/**
 * Adds normal noise to every time, in whole microseconds and never below 0, and puts the events back into order; events of equal time keep
 * theirs.
 */
@Reference(title = "Tonic", link = "https://github.com/neuromorphs/tonic", equation = "tonic/functional/time_jitter.py")
public final class TimeJitter implements EventTransform {
    /** @param deviation standard deviation in microseconds, &gt;= 0 */
    public record Config(double deviation) {
        public static final Config DEFAULTS = new Config(1000);

        public Config {
            Check.atLeast(deviation, 0, "deviation");
        }
    }

    private final double deviation;

    @Inject
    public TimeJitter(Config config) {
        deviation = config.deviation();
    }

    @Override
    public boolean random() {
        return true;
    }

    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        long[] times = new long[events.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.max(0, events.time(i) + Math.round(deviation * random.nextGaussian()));
        }
        EventColumns columns = new EventColumns(times.length);
        IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> times[i]))
                .forEach(i -> columns.add(events.x(i), events.y(i), events.polarity(i), times[i]));
        return columns.toStream(events.width(), events.height());
    }
}
