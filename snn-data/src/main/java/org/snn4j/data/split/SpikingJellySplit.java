package org.snn4j.data.split;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** The first ceil(share*n) of the n recordings of a class train, the others are tested on; see {@link LeadingSplit}. */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/datasets/__init__.py, split_to_train_test_set, not random")
public final class SpikingJellySplit implements SplitRule {
    /** @param share of each class that trains, in (0, 1) */
    public record Config(double share) {
        public static final Config DEFAULTS = new Config(0.9);

        public Config {
            Check.inRange(share, Double.MIN_VALUE, Math.nextDown(1.0), "share");
        }
    }

    private final Config config;

    @Inject
    public SpikingJellySplit(Config config) {
        this.config = config;
    }

    @Override
    public Partition split(SplitTask task) {
        return LeadingShare.split(task, size -> (int) Math.ceil(size * config.share()), null);
    }
}
