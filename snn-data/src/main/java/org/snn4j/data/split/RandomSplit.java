package org.snn4j.data.split;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Reference;
import org.snn4j.core.Seeds;

/** A random share of each class trains, the others are tested on. The parts depend on the seed given here, not on that of a run. */
@Reference(title = "None: stratified random split")
public final class RandomSplit implements SplitRule {
    /**
     * @param share of each class that trains, in (0, 1)
     * @param seed seed of the draw
     */
    public record Config(double share, long seed) {
        public static final Config DEFAULTS = new Config(0.9, 1);

        public Config {
            Check.inRange(share, Double.MIN_VALUE, Math.nextDown(1.0), "share");
        }
    }

    private final Config config;

    @Inject
    public RandomSplit(Config config) {
        this.config = config;
    }

    @Override
    public Partition split(SplitTask task) {
        int[] labels = task.labels();
        int total = (int) Math.round(labels.length * config.share());
        boolean[] trained = new boolean[labels.length];
        try {
            for (int index : BalancedDraw.nested(labels, total, 1, new Seeds(config.seed()).stream("split"))) {
                trained[index] = true;
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("split.share: " + e.getMessage());
        }
        return Partition.of(labels.length, i -> !trained[i]);
    }
}
