package org.snn4j.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file format of event recordings; immutable, safe for several threads. */
public interface RecordingFormat {
    /** Name in commands and files, for instance {@code aedat-4}. */
    String name();

    /** What people call it, for instance {@code AEDAT 4}. */
    String title();

    /** Usual ends of file names, with the dot, in small letters. */
    List<String> extensions();

    /** How surely a file can be told to be of this format, at best. */
    default Match surest() {
        return Match.CERTAIN;
    }

    /** How surely a file is of this format, by its content first and its name where the content does not tell. */
    Match match(FileStart start);

    /**
     * Opens a recording.
     *
     * @throws org.snn4j.data.DataFormatException if the file's head is damaged or of another format
     * @throws IOException if the file cannot be read
     */
    EventReader open(Path file, ReadSettings settings) throws IOException;

    /** True if {@link #create} works. */
    default boolean writable() {
        return false;
    }

    /**
     * Begins a recording.
     *
     * @throws UnsupportedOperationException if the format is read only
     * @throws IllegalArgumentException if the format has no such sensor
     */
    default EventWriter create(Path file, Sensor sensor) throws IOException {
        throw new UnsupportedOperationException("format '" + name() + "' can be read only");
    }

    /** How surely a file is of a format; the greatest wins. */
    enum Match {
        /** It is not. */
        NONE,
        /** Name and content fit, but the file cannot be whole: opening it says where it ends too soon. */
        CUT,
        /** Nothing in the content speaks against it, and the name fits: formats without a head. */
        POSSIBLE,
        /** The content says so. */
        CERTAIN
    }
}
