package org.snn4j.data.fetch;

import java.util.OptionalLong;

/** Hears how a download goes on. */
public interface FetchProgress {
    /** Says nothing. */
    FetchProgress SILENT = new FetchProgress() {};

    /**
     * Bytes of a file are there.
     *
     * @param bytes all that are there, with those of earlier attempts
     * @param total length of the file, if the server or the catalogue states it
     */
    default void received(String file, long bytes, OptionalLong total) {}

    /** An attempt failed and another one follows. */
    default void again(String file, String reason) {}

    /** An archive is being unpacked. */
    default void unpacking(String file) {}
}
