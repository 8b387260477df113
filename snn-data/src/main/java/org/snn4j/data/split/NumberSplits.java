package org.snn4j.data.split;

import java.util.function.IntPredicate;
import org.snn4j.core.ConfigurationException;

/** Splits by the numbers that files bear. */
final class NumberSplits {
    private NumberSplits() {}

    static Partition split(SplitTask task, IntPredicate tested) {
        for (Candidate recording : task.recordings()) {
            if (recording.number() < 0) {
                throw new ConfigurationException("split: " + recording.path() + " of " + task.set()
                        + " bears no number, which this rule goes by");
            }
        }
        Partition parts = Partition.of(
                task.recordings().size(),
                i -> tested.test(task.recordings().get(i).number()));
        if (parts.train().length == 0 || parts.test().length == 0) {
            throw new ConfigurationException(
                    "split: of the " + task.recordings().size() + " recordings of "
                            + task.set() + " " + parts.train().length + " would train and " + parts.test().length
                            + " be tested on; each part needs at least one");
        }
        return parts;
    }
}
