package org.snn4j.transfer.objective;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.Signals;

/** One signal of both streams, for terms that compare them. */
final class StreamPair {
    private final SignalKey source;
    private final SignalKey target;

    StreamPair(String signal) {
        this.source = new SignalKey(Stream.SOURCE, signal);
        this.target = new SignalKey(Stream.TARGET, signal);
    }

    Set<SignalKey> keys() {
        return Set.of(source, target);
    }

    /** The source's signal, [T, N, F]. */
    INDArray source(Signals signals) {
        return Flat.features(signals.get(source));
    }

    /** The target's signal, [T, N, F]. */
    INDArray target(Signals signals) {
        return Flat.features(signals.get(target));
    }

    /** Source minus target, [T, N, F], for terms that compare value by value. */
    INDArray difference(Signals signals) {
        INDArray left = source(signals);
        INDArray right = target(signals);
        if (!Arrays.equals(left.shape(), right.shape())) {
            throw new IllegalArgumentException(source + " has shape " + Arrays.toString(left.shape()) + ", " + target
                    + " has " + Arrays.toString(right.shape()) + ": must be equal");
        }
        return left.sub(right);
    }

    /** Gradients given as [T, N, F], put back into the signals' shapes. */
    Map<SignalKey, INDArray> gradients(Signals signals, INDArray onSource, INDArray onTarget) {
        return Map.of(
                source, onSource.reshape('c', signals.get(source).shape()),
                target, onTarget.reshape('c', signals.get(target).shape()));
    }

    /** Gradients of a term that depends on the difference only. */
    Map<SignalKey, INDArray> gradients(Signals signals, INDArray onDifference) {
        return gradients(signals, onDifference, onDifference.neg());
    }
}
