package org.snn4j.core.network;

/** Whether weights are one set for both streams or one set each. */
public enum Sharing {
    /** One set for both streams. */
    SHARED,
    /** A set for each stream. */
    PER_STREAM;

    boolean perStream() {
        return this == PER_STREAM;
    }
}
