package org.snn4j.transfer.objective;

import java.util.List;
import java.util.Set;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.SignalShapes;

/**
 * A term of the loss: its value and its gradient with respect to what it reads.
 *
 * <p>Stateless, and keeps no array from one call to the next: their memory is used again. It alone defines the mean over batch and time; nothing divides by the batch size afterwards. Values and gradients are
 * <em>not</em> multiplied by {@link #weight()}: the composition does that.
 */
public interface Objective {
    /** Factor of this term in the sum; 0 is the same as leaving it out. */
    double weight();

    /** Signals it reads; a forward pass keeps only what is read. */
    Set<SignalKey> reads();

    /**
     * Learnable parameters. Two objectives of one method that declare the same name share the parameter (He et al.'s per-step
     * coefficients act on two terms); their declarations must then agree.
     */
    default List<ParameterSpec> parameters(SignalShapes shapes) {
        return List.of();
    }

    /** True if it follows {@link ObjectiveInput#softLabels}; otherwise it cannot be used where samples of different classes are mixed. */
    default boolean takesSoftLabels() {
        return false;
    }

    /** Value and gradients for one step of training; writes to none of its arguments. */
    ObjectiveValue evaluate(ObjectiveInput input, Parameters parameters);
}
