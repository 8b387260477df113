package org.snn4j.core.network;

import org.snn4j.core.Check;
import org.snn4j.core.Stream;

/**
 * Something an objective can read from a forward pass: a named quantity of one stream.
 *
 * <p>Names: {@value #LOGITS}, and {@code site.quantity} with site {@code encoding} (first spiking layer) or {@code feature} (the layer in front of
 * the head) and quantity {@code spikes}, {@code before-reset}, {@code after-reset} (membrane potentials) or {@code values} (real-valued output
 * of a site without spikes).
 *
 * @param stream which stream
 * @param name which quantity
 */
public record SignalKey(Stream stream, String name) {
    /** Output of the head at each step, [T, N, K]. */
    public static final String LOGITS = "logits";

    public SignalKey {
        Check.notNull(stream, "stream");
        Check.notBlank(name, "signal name");
    }

    /** The logits of a stream. */
    public static SignalKey logits(Stream stream) {
        return new SignalKey(stream, LOGITS);
    }

    @Override
    public String toString() {
        return stream.label() + "/" + name;
    }
}
