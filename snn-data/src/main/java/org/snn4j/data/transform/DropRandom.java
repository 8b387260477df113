package org.snn4j.data.transform;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.event.EventStream;

/** Drops a share of the events, (share N) rounded half up, every set of as many being as likely. */
@Reference(
        title = "Gu et al., EventDrop: Data Augmentation for Event-based Learning (IJCAI 2021)",
        link = "https://github.com/fuqianggu/EventDrop",
        equation = "random drop; number of events as in neuromorphs/tonic, tonic/functional/drop_event.py")
public final class DropRandom implements EventTransform {
    /** @param share of the events that is dropped, in [0, 1] */
    public record Config(double share) {
        public static final Config DEFAULTS = new Config(0.2);

        public Config {
            Check.inRange(share, 0, 1, "share");
        }
    }

    private final double share;

    @Inject
    public DropRandom(Config config) {
        share = config.share();
    }

    @Override
    public boolean random() {
        return true;
    }

    /** Walks through the events once and drops each with the probability (still to drop)/(still to come). */
    @Override
    public EventStream apply(EventStream events, RandomGenerator random) {
        int count = events.size();
        boolean[] dropped = new boolean[count];
        int left = (int) (share * count + 0.5);
        for (int i = 0; i < count && left > 0; i++) {
            if (random.nextDouble() * (count - i) < left) {
                dropped[i] = true;
                left--;
            }
        }
        return events.filter(i -> !dropped[i]);
    }
}
