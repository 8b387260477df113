package org.snn4j.data.io;

import java.io.IOException;
import java.nio.file.Path;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventStream;

/** Reads one recording per file; immutable, safe for several threads. */
public interface RecordingReader {
    /**
     * Reads a whole recording.
     *
     * @throws DataFormatException if the file is truncated, foreign or empty, an event lies outside the sensor, or time goes backward
     * @throws IOException if the file cannot be read
     */
    EventStream read(Path file) throws IOException;
}
