package org.snn4j.data.split;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.snn4j.core.ConfigurationException;

/** Class by class, a leading part trains and what follows is tested on; each size is a function of the size of the class. */
final class LeadingShare {
    private LeadingShare() {}

    /** @param test recordings after the training part, by size of the class; null for all that are left */
    static Partition split(SplitTask task, IntUnaryOperator train, IntUnaryOperator test) {
        IntStream.Builder trained = IntStream.builder();
        IntStream.Builder tested = IntStream.builder();
        for (int label = 0; label < task.classes().size(); label++) {
            int[] members = task.ofClass(label);
            int first = train.applyAsInt(members.length);
            int end = test == null ? members.length : Math.min(members.length, first + test.applyAsInt(members.length));
            if (first < 1 || first >= end) {
                throw new ConfigurationException(
                        "split: class '" + task.classes().get(label) + "' of " + task.set()
                                + " has " + members.length + " recordings, of which " + first + " would train and "
                                + Math.max(0, end - first) + " be tested on; each part needs at least one");
            }
            IntStream.range(0, first).map(i -> members[i]).forEach(trained::add);
            IntStream.range(first, end).map(i -> members[i]).forEach(tested::add);
        }
        return new Partition(trained.build().toArray(), tested.build().toArray());
    }
}
