package org.snn4j.core.neuron;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Parameters;

/** A {@link Neuron} without state beside its potential. */
record PlainCharge(Neuron neuron) implements StatefulCharge {
    @Override
    public int states() {
        return 0;
    }

    @Override
    public boolean raisesThreshold() {
        return false;
    }

    @Override
    public Charged charge(Before before, INDArray x, Parameters parameters) {
        return new Charged(neuron.charge(before.v(), x, parameters), List.of(), null);
    }

    @Override
    public Gradient backward(Before before, INDArray x, Charged d, Parameters parameters) {
        ChargeGradient gradient = neuron.backward(before.v(), x, d.h(), parameters);
        return new Gradient(gradient.v(), List.of(), null, gradient.x(), gradient.parameters());
    }
}
