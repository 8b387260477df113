package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/** Integrate-and-fire without leak: h = v + x. */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/neuron.py, IFNode")
public final class IfNeuron implements Neuron {
    private static final LinearCharge CHARGE = LinearCharge.fixed(1, 1, 0);

    @Inject
    public IfNeuron() {}

    @Override
    public INDArray charge(INDArray v, INDArray x, Parameters parameters) {
        return CHARGE.charge(v, x);
    }

    @Override
    public ChargeGradient backward(INDArray v, INDArray x, INDArray dh, Parameters parameters) {
        return CHARGE.backward(v, x, dh);
    }

    @Override
    public Optional<LinearCharge> linear(Parameters parameters) {
        return Optional.of(CHARGE);
    }
}
