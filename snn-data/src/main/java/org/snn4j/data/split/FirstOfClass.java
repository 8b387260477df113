package org.snn4j.data.split;

import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Reference;

/** The first recordings of each class train, those after them are tested on: of CIFAR10-DVS usually the first 900 of each class. */
@Reference(
        title = "Transfer-for-DVS, official code of He et al., AAAI 2024, and RISTL, code of Zhan et al. (R2ETL)",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "CIFAR10-DVS: first 900 of each class train, last 100 test")
public final class FirstOfClass implements SplitRule {
    /**
     * @param train recordings of each class to train on, at least 1
     * @param test recordings of each class after those to test on; 0 for all that are left
     */
    public record Config(int train, int test) {
        public static final Config DEFAULTS = new Config(900, 0);

        public Config {
            Check.atLeast(train, 1, "train");
            Check.atLeast(test, 0, "test");
        }
    }

    private final Config config;

    @Inject
    public FirstOfClass(Config config) {
        this.config = config;
    }

    @Override
    public Partition split(SplitTask task) {
        IntStream.Builder train = IntStream.builder();
        IntStream.Builder test = IntStream.builder();
        for (int label = 0; label < task.classes().size(); label++) {
            int[] members = task.ofClass(label);
            int end = config.test() == 0 ? members.length : config.train() + config.test();
            if (members.length <= config.train() || end > members.length) {
                throw new ConfigurationException(
                        "split.train: class '" + task.classes().get(label) + "' of " + task.set()
                                + " has " + members.length + " recordings, must have more than the " + config.train()
                                + " to train on" + (config.test() == 0 ? "" : ", by " + config.test() + " to test on"));
            }
            IntStream.range(0, config.train()).map(i -> members[i]).forEach(train::add);
            IntStream.range(config.train(), end).map(i -> members[i]).forEach(test::add);
        }
        return new Partition(train.build().toArray(), test.build().toArray());
    }
}
