package org.snn4j.transfer.method;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.snn4j.core.Stream;

/**
 * One batch as it was read: sample n of every stream belongs to pair n.
 *
 * @param frames frames by stream, the streams of the method
 * @param labels class of each pair, length N
 */
public record Batch(Map<Stream, Frames> frames, int[] labels) {
    public Batch {
        frames = Collections.unmodifiableMap(new EnumMap<>(frames));
        for (Map.Entry<Stream, Frames> entry : frames.entrySet()) {
            if (entry.getValue().samples() != labels.length) {
                throw new IllegalArgumentException("the " + entry.getKey().label() + " stream has "
                        + entry.getValue().samples() + " samples for " + labels.length + " labels");
            }
        }
    }

    /** Number of pairs, N. */
    public int samples() {
        return labels.length;
    }
}
