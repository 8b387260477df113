package org.snn4j.core.neuron;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.surrogate.SurrogateGradient;

/** A population whose forward pass has the surrogate's primitive in the place of the spike, so that its backward pass is exact. */
public final class SmoothPopulation {
    private SmoothPopulation() {}

    /** Double precision only. */
    public static Population of(NeuronModel model) {
        return new Population(model, distance -> spike(distance, model.surrogate()));
    }

    /** The primitive of each distance to the threshold. */
    public static INDArray spike(INDArray distance, SurrogateGradient surrogate) {
        double[] values = distance.dup('c').data().asDouble();
        for (int i = 0; i < values.length; i++) {
            values[i] = surrogate.primitive(values[i]);
        }
        return Nd4j.createFromArray(values).reshape(distance.shape());
    }
}
