package org.snn4j.core.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.kernel.NeuronGradient;
import org.snn4j.core.neuron.NeuronModel;

/** Learnable parameters of a layer's neurons among those of the layer, where they are called "neuron.NAME". One set for the whole layer. */
final class NeuronParameters {
    private static final String PREFIX = "neuron.";

    private NeuronParameters() {}

    static List<ParameterSpec> specs(NeuronModel model, int steps) {
        return model.neuron().parameters(steps).stream()
                .map(spec -> new ParameterSpec(PREFIX + spec.name(), spec.shape(), spec.decays(), spec.start()))
                .toList();
    }

    /** What the neuron sees of the layer's values. */
    static Parameters values(NeuronModel model, int steps, Map<String, INDArray> layer) {
        Map<String, INDArray> own = new LinkedHashMap<>();
        model.neuron().parameters(steps).forEach(spec -> own.put(spec.name(), layer.get(PREFIX + spec.name())));
        return new Parameters(own);
    }

    /** Writes the neuron's gradients to those of the layer. */
    static void assign(NeuronGradient gradient, Map<String, INDArray> layer) {
        gradient.parameters().forEach((name, g) -> layer.get(PREFIX + name).assign(g));
    }
}
