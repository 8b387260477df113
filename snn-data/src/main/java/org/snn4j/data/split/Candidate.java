package org.snn4j.data.split;

import org.snn4j.core.Check;

/**
 * A recording as a split sees it.
 *
 * @param label its class
 * @param number number that its file bears, at least 0; -1 if it bears none
 * @param part part that the data set itself gives it, {@link #TRAIN} or {@link #TEST}; empty if the set has no split of its own
 * @param path its name, as manifests state it
 */
public record Candidate(int label, int number, String part, String path) {
    /** Part of the recordings to train on. */
    public static final String TRAIN = "train";
    /** Part of the recordings to test on. */
    public static final String TEST = "test";

    public Candidate {
        Check.atLeast(label, 0, "label");
        Check.atLeast(number, -1, "number");
        Check.notBlank(path, "path");
        if (!part.isEmpty() && !part.equals(TRAIN) && !part.equals(TEST)) {
            throw new IllegalArgumentException(
                    "part is '" + part + "', must be '" + TRAIN + "', '" + TEST + "' or empty");
        }
    }
}
