package org.snn4j.core.network;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.snn4j.core.Check;
import org.snn4j.core.Stream;

/**
 * Shape of the network's input.
 *
 * @param steps T
 * @param channels C of each stream that the network knows, at least one, in the order of {@link Stream}; 2 for event frames
 * @param height rows
 * @param width columns
 */
public record InputShape(int steps, Map<Stream, Integer> channels, int height, int width) {
    public InputShape {
        Check.atLeast(steps, 1, "steps");
        Check.atLeast(height, 1, "height");
        Check.atLeast(width, 1, "width");
        channels = Collections.unmodifiableMap(new EnumMap<>(channels));
        channels.forEach((stream, c) -> Check.atLeast(c, 1, "channels of " + stream.label()));
    }

    /** Both streams with the same number of channels. */
    public static InputShape of(int steps, int channels, int height, int width) {
        return new InputShape(steps, Map.of(Stream.SOURCE, channels, Stream.TARGET, channels), height, width);
    }
}
