package org.snn4j.data.format;

import java.io.Closeable;
import java.io.IOException;
import org.snn4j.data.event.EventStream;

/**
 * A recording that is being written; for one thread. The file appears under its name, whole, when {@link #commit} returns; a writer that is closed before
 * leaves nothing behind.
 */
public interface EventWriter extends Closeable {
    /**
     * Appends events.
     *
     * @throws IllegalArgumentException if they are earlier than those before them, come from another sensor, or do not fit into the format
     */
    void write(EventStream events) throws IOException;

    /** Ends the file, forces it to disk and gives it its name. */
    void commit() throws IOException;
}
