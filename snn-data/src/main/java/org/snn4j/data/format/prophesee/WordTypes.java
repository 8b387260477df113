package org.snn4j.data.format.prophesee;

/** Types of words that EVT 2.0 and 2.1 share. */
final class WordTypes {
    static final String KNOWN_32 = "type 0, 1 (events), 8 (time), 10 (trigger), 14 or 15 (extensions)";
    private static final int KNOWN = 1 | 1 << 1 | 1 << 8 | 1 << 10 | 1 << 14 | 1 << 15;

    private WordTypes() {}

    /** True if the published tables name the type. */
    static boolean isKnown32(int type) {
        return (KNOWN >>> type & 1) != 0;
    }

    /** True if the published tables name all types of a set, of which each is a bit. */
    static boolean areKnown32(int types) {
        return (types & ~KNOWN) == 0;
    }
}
