package org.snn4j.data.split;

import java.util.List;

/** Which recordings of a data set are trained on and which are tested on. Immutable; the same recordings are always split in the same way. */
public interface SplitRule {
    /**
     * @return the two parts
     * @throws org.snn4j.core.ConfigurationException if the rule does not fit these recordings
     */
    Partition split(SplitTask task);

    /**
     * What speaks against the data after they were read, one problem each.
     *
     * @param read what was read, with digests
     * @param task what was split
     */
    default List<String> contradictions(Manifest read, SplitTask task) {
        return List.of();
    }
}
