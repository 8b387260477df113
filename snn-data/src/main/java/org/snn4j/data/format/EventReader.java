package org.snn4j.data.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.snn4j.data.event.EventColumns;

/**
 * An open recording, read from its beginning to its end; for one thread.
 *
 * <p>Every event given lies inside the sensor, if the sensor is known, and none is earlier than the one before it.
 */
public interface EventReader extends Closeable {
    /** The sensor, as the file or the settings state it; empty if neither does. */
    Optional<Sensor> sensor();

    /**
     * About how many events follow, for making room at once; never more than a few for each byte of the file. 0 if nothing tells.
     */
    default long expected() throws IOException {
        return 0;
    }

    /**
     * Appends the next events.
     *
     * @param target receives them behind those that it has
     * @param most greatest number of events to append, at least 1
     * @return number of events appended; 0 only at the end of the recording
     * @throws org.snn4j.data.DataFormatException if the file is damaged; events before the damage may have been appended
     * @throws IOException if the file cannot be read
     */
    int read(EventColumns target, int most) throws IOException;
}
