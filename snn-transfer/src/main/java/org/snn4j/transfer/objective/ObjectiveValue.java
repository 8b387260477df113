package org.snn4j.transfer.objective;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.network.SignalKey;

/**
 * Value of an objective and its derivatives.
 *
 * @param value the loss
 * @param gradients d value / d signal, same shape as the signal; a signal without entry has gradient 0
 * @param parameterGradients d value / d parameter by name
 */
public record ObjectiveValue(
        double value, Map<SignalKey, INDArray> gradients, Map<String, INDArray> parameterGradients) {
    public ObjectiveValue {
        gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
        parameterGradients = Collections.unmodifiableMap(new LinkedHashMap<>(parameterGradients));
    }

    /** An objective without parameters of its own. */
    public static ObjectiveValue of(double value, Map<SignalKey, INDArray> gradients) {
        return new ObjectiveValue(value, gradients, Map.of());
    }
}
