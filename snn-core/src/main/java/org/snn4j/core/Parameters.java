package org.snn4j.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Current values of a component's learnable parameters, by name. The arrays are views that training updates: read them, never write. */
public final class Parameters {
    private static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, INDArray> values;

    public Parameters(Map<String, INDArray> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** No parameters. */
    public static Parameters none() {
        return NONE;
    }

    /** The array of a parameter. */
    public INDArray get(String name) {
        INDArray value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter '" + name + "'; known: " + values.keySet());
        }
        return value;
    }

    /** The value of a parameter that has one value. */
    public double scalar(String name) {
        return get(name).getDouble(0);
    }

    /** Names, in declaration order. */
    public Set<String> names() {
        return values.keySet();
    }
}
