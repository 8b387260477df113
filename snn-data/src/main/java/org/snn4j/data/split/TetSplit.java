package org.snn4j.data.split;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** CIFAR10-DVS as the committed code of TET splits it: of each class the files 0 to 699 train, 700 to 999 are tested on. */
@Reference(
        title = "Deng et al., Temporal Efficient Training (ICLR 2022)",
        link = "https://github.com/brain-intelligence-lab/temporal_efficient_training",
        equation = "preprocess/dvscifar_dataloader.py, create_npy")
public final class TetSplit implements SplitRule {
    /** @param train files of each class with a number below this train, at least 1 */
    public record Config(int train) {
        public static final Config DEFAULTS = new Config(700);

        public Config {
            Check.atLeast(train, 1, "train");
        }
    }

    private final Config config;

    @Inject
    public TetSplit(Config config) {
        this.config = config;
    }

    @Override
    public Partition split(SplitTask task) {
        return NumberSplits.split(task, number -> number >= config.train());
    }
}
