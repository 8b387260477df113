package org.snn4j.data.split;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Reference;
import org.snn4j.core.Seeds;

/**
 * Cross-validation: the recordings of each class are shuffled and dealt out to k folds in turn; one fold is tested on, the others train.
 *
 * <p>The folds depend on the seed given here, not on that of a run, so k runs test every recording once. Dealing goes on from one class to the next where the
 * last stopped: folds differ by at most one recording, in each class and in all.
 */
@Reference(title = "None: stratified cross-validation")
public final class StratifiedFolds implements SplitRule {
    /** Which recordings are dealt out. */
    public enum Over {
        /** Those that the data set's own split trains on; all if it has no split of its own. */
        TRAINING,
        /** All. */
        ALL
    }

    /**
     * @param k number of folds, at least 2
     * @param fold the fold that is tested on, in [0, k)
     * @param seed seed of the shuffling
     * @param over which recordings are dealt out; others are not used
     */
    public record Config(int k, int fold, long seed, Over over) {
        public static final Config DEFAULTS = new Config(5, 0, 1, Over.TRAINING);

        public Config {
            Check.atLeast(k, 2, "k");
            Check.inRange(fold, 0, k - 1, "fold");
            Check.notNull(over, "over");
        }
    }

    private final Config config;

    @Inject
    public StratifiedFolds(Config config) {
        this.config = config;
    }

    @Override
    public Partition split(SplitTask task) {
        RandomGenerator random = new Seeds(config.seed()).stream("folds");
        IntStream.Builder train = IntStream.builder();
        IntStream.Builder test = IntStream.builder();
        int dealt = 0;
        for (int label = 0; label < task.classes().size(); label++) {
            int[] members = IntStream.of(task.ofClass(label))
                    .filter(i -> isDealt(task, i))
                    .toArray();
            if (members.length < config.k()) {
                throw new ConfigurationException(
                        "split.k: class '" + task.classes().get(label) + "' of " + task.set() + " has " + members.length
                                + " recordings, must have at least " + config.k() + ", one for each fold");
            }
            BalancedDraw.shufflei(members, random);
            for (int member : members) {
                (dealt++ % config.k() == config.fold() ? test : train).add(member);
            }
        }
        return new Partition(train.build().toArray(), test.build().toArray());
    }

    private boolean isDealt(SplitTask task, int index) {
        return config.over() == Over.ALL || !task.recordings().get(index).part().equals(Candidate.TEST);
    }
}
