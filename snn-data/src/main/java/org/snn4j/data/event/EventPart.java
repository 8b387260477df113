package org.snn4j.data.event;

import java.io.IOException;

/** A part of a recording that any thread can decode by itself, for {@link EventColumns#append(java.util.List, EventColumns.Limits)}. */
public interface EventPart {
    /** Number of its events. */
    int events();

    /**
     * Decodes all of its events.
     *
     * @param into has exactly the places that they need
     * @return false if the part is damaged
     */
    boolean decode(EventRoom into) throws IOException;
}
