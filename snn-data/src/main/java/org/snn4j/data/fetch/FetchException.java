package org.snn4j.data.fetch;

import java.io.IOException;

/** A download that cannot be had, now or at all; what is there of it stays for another attempt, unless it is known to be wrong. */
public final class FetchException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean temporary;

    private FetchException(String message, boolean temporary, Throwable cause) {
        super(message, cause);
        this.temporary = temporary;
    }

    /** Another attempt cannot help. */
    static FetchException lasting(Object where, String found, String expected) {
        return new FetchException(where + ": found " + found + ", expected " + expected, false, null);
    }

    /** Another attempt may help. */
    static FetchException passing(Object where, String found, String expected, Throwable cause) {
        return new FetchException(where + ": found " + found + ", expected " + expected, true, cause);
    }

    /** True if another attempt may help: the connection was cut, nothing came for a while, or the server was busy. */
    public boolean temporary() {
        return temporary;
    }
}
