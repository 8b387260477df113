package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.file.Path;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.split.Digest;

/** Reads whole files of recordings; immutable, safe for several threads. */
@FunctionalInterface
public interface RecordingDecoder {
    /**
     * @param digest receives all bytes of the file
     * @throws org.snn4j.data.DataFormatException if the file is damaged
     * @throws IOException if it cannot be read
     */
    EventStream decode(Path file, Digest digest) throws IOException;
}
