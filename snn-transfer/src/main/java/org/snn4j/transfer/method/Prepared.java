package org.snn4j.transfer.method;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.snn4j.core.Stream;
import org.snn4j.transfer.Mixture;

/**
 * What the network is shown.
 *
 * @param frames frames by stream
 * @param mixture which source frames are event frames
 */
public record Prepared(Map<Stream, Frames> frames, Mixture mixture) {
    public Prepared {
        frames = Collections.unmodifiableMap(new EnumMap<>(frames));
    }
}
