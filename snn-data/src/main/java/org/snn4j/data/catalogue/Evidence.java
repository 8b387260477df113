package org.snn4j.data.catalogue;

/** How a statement about a data set is known. */
public enum Evidence {
    /** Read in a named source: the publisher's page, or public code that loads the data. */
    READ,
    /** Taken from memory or hearsay; nobody looked it up. */
    UNVERIFIED,
    /** Nothing was found. */
    UNKNOWN;

    /** True if the statement may be printed as a fact. */
    public boolean isVerified() {
        return this == READ;
    }
}
