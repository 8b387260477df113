package org.snn4j.data.split;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** N-Omniglot as one classification task: of each 20 recordings of a character the first 15 train, the last 5 are tested on. */
@Reference(
        title =
                "Li et al., N-Omniglot, a large-scale neuromorphic dataset for spatio-temporal sparse few-shot learning",
        link = "https://github.com/Brain-Cog-Lab/N-Omniglot",
        equation = "braincog/datasets/NOmniglot/nomniglot_full.py: index mod 20 below 15")
public final class NOmniglotSplit implements SplitRule {
    /**
     * @param train recordings of each block that train, at least 1
     * @param block recordings of a block, more than {@code train}
     */
    public record Config(int train, int block) {
        public static final Config DEFAULTS = new Config(15, 20);

        public Config {
            Check.atLeast(train, 1, "train");
            Check.atLeast(block, train + 1, "block");
        }
    }

    private final Config config;

    @Inject
    public NOmniglotSplit(Config config) {
        this.config = config;
    }

    @Override
    public Partition split(SplitTask task) {
        boolean[] tested = new boolean[task.recordings().size()];
        for (int label = 0; label < task.classes().size(); label++) {
            int[] members = task.ofClass(label);
            for (int i = 0; i < members.length; i++) {
                tested[members[i]] = i % config.block() >= config.train();
            }
        }
        return Partition.of(tested.length, i -> tested[i]);
    }
}
