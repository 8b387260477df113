package org.snn4j.core;

import java.util.Locale;

/** The two kinds of input that share one network. */
public enum Stream {
    /** Frames made from still images, possibly mixed with event frames. */
    SOURCE,
    /** Frames made from event recordings: what the network is for. */
    TARGET;

    /** Name used in files and messages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
