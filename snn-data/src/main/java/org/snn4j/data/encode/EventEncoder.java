package org.snn4j.data.encode;

import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventStream;

/**
 * Turns a recording into event frames [T, C, H, W]; what the channels and values are says {@link #contract}. Most have two channels,
 * polarity 0 = OFF and 1 = ON.
 *
 * <p>Immutable and safe for several threads; the same recording always gives the same frames.
 */
public interface EventEncoder {
    /** T, frames of every recording. */
    int steps();

    /** Shape of the frames of a recording of this sensor. Equal for all sensors if the encoder resizes. */
    FrameShape shape(int sensorWidth, int sensorHeight);

    /** What the frames mean: channels, units, range, conserved sums. */
    EncodingContract contract();

    /**
     * Encodes one recording; every value of its frames is set, nothing outside them.
     *
     * @param events recording with at least one event, not changed
     * @param target receives {@code shape(events.width(), events.height()).length()} values in row-major order
     * @param offset index of the first of them
     * @throws IllegalArgumentException if the recording is empty or cannot be encoded by this rule
     */
    void encode(EventStream events, float[] target, int offset);
}
