package org.snn4j.core.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.snn4j.core.Check;
import org.snn4j.core.Seeds;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.layer.LayerListener;
import org.snn4j.core.neuron.NeuronModel;

/**
 * Everything a network is built from.
 *
 * @param architecture layers
 * @param input what it sees
 * @param classes K
 * @param neurons neuron of every spiking layer
 * @param precision FLOAT or DOUBLE
 * @param seeds start values come from its streams "weights/LAYER/PARAMETER"; weights that only the target has start under the shared name
 * @param kernels arithmetic
 * @param inputGradients true if {@link Network#inputGradient} will be asked; costs time in the first layer
 * @param listener hears of the work of each layer
 */
public record NetworkSpec(
        Architecture architecture,
        InputShape input,
        int classes,
        NeuronModel neurons,
        DataType precision,
        Seeds seeds,
        Kernels kernels,
        boolean inputGradients,
        LayerListener listener) {
    public NetworkSpec {
        Check.atLeast(classes, 2, "classes");
    }
}
