package org.snn4j.data.split;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** CIFAR10-DVS as TEBN splits it: of each class the files 0 to 99 are tested on, 100 to 999 train. */
@Reference(
        title = "SpikingJelly, note on the split of TEBN: its accuracy is typically much higher than on a random split",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/datasets/cifar10_dvs.py")
public final class TebnSplit implements SplitRule {
    /** @param test files of each class with a number below this are tested on, at least 1 */
    public record Config(int test) {
        public static final Config DEFAULTS = new Config(100);

        public Config {
            Check.atLeast(test, 1, "test");
        }
    }

    private final Config config;

    @Inject
    public TebnSplit(Config config) {
        this.config = config;
    }

    @Override
    public Partition split(SplitTask task) {
        return NumberSplits.split(task, number -> number < config.test());
    }
}
