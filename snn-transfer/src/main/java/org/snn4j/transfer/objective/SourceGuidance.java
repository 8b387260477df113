package org.snn4j.transfer.objective;

import java.util.List;
import java.util.Set;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.SignalShapes;

/** A term that asks a linear head, trained with the network, what the source stream was shown. */
abstract class SourceGuidance implements Objective {
    /** What the head reads. */
    final SignalKey key;

    final LinearHead head;
    private final double weight;

    /** @param name name of the head; two terms with the same name share it */
    SourceGuidance(double weight, String signal, String name) {
        this.weight = weight;
        this.key = new SignalKey(Stream.SOURCE, signal);
        this.head = new LinearHead(name);
    }

    @Override
    public final double weight() {
        return weight;
    }

    @Override
    public final Set<SignalKey> reads() {
        return Set.of(key);
    }

    @Override
    public final List<ParameterSpec> parameters(SignalShapes shapes) {
        return head.parameters(shapes.shape(key));
    }
}
