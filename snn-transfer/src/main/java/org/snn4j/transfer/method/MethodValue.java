package org.snn4j.transfer.method;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.network.SignalKey;

/**
 * Loss of one step and its derivatives.
 *
 * @param total weighted sum of the terms
 * @param terms value of each term by name, without its weight, in order
 * @param gradients d total / d signal
 * @param parameterGradients d total / d parameter of the objectives, by name
 */
public record MethodValue(
        double total,
        Map<String, Double> terms,
        Map<SignalKey, INDArray> gradients,
        Map<String, INDArray> parameterGradients) {
    public MethodValue {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
        gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
        parameterGradients = Collections.unmodifiableMap(new LinkedHashMap<>(parameterGradients));
    }
}
