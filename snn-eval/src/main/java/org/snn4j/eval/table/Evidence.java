package org.snn4j.eval.table;

/** How a number that is not ours is known. */
public enum Evidence {
    /** Read in the source that is named: the paper, its authors' code or notes. */
    V("V", "read in the source", true),
    /** Read in a text about the source. */
    V2("V2", "read in a text about the source", true),
    /** Derived from such by arithmetic. */
    D("D", "derived from such by arithmetic", true),
    /** Measured by us with another program and not published. */
    PEER("peer", "measured with another program, not published", true),
    /** Said to be so without a source that was read: no number. */
    M("M", "not checked", false),
    /** Unknown: no number. */
    U("U", "unknown", false);

    private final String tag;
    private final String meaning;
    private final boolean number;

    Evidence(String tag, String meaning, boolean number) {
        this.tag = tag;
        this.meaning = meaning;
        this.number = number;
    }

    /** As printed behind a number, in brackets. */
    public String tag() {
        return tag;
    }

    /** What the tag says about a number. */
    public String meaning() {
        return meaning;
    }

    /** True if it is good enough to print a number as a fact and to compare with it. */
    public boolean backsNumber() {
        return number;
    }
}
