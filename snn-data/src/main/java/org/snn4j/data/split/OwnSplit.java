package org.snn4j.data.split;

import jakarta.inject.Inject;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Reference;

/** The split that the data set comes with. */
@Reference(title = "The publisher of the data set")
public final class OwnSplit implements SplitRule {
    /** Nothing to set. */
    public record Config() {
        public static final Config DEFAULTS = new Config();
    }

    @Inject
    public OwnSplit(Config config) {}

    @Override
    public Partition split(SplitTask task) {
        if (!task.hasOwnParts()) {
            throw new ConfigurationException("split.use: " + task.set()
                    + " comes without a split of its own; use another rule, for instance first-of-class, or leave"
                    + " 'split' out for the one that is usual for this data set");
        }
        return Partition.of(
                task.recordings().size(), i -> task.recordings().get(i).part().equals(Candidate.TEST));
    }
}
