package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/**
 * Rectifier in the place of a spiking neuron: makes any of the networks its own ANN twin, with weights of the same shapes. h = x, output max(0, h).
 *
 * <p>It has no memory: with one time step the network is an ordinary ANN, with more it is one that sees each frame on its own. Threshold, reset and
 * surrogate have no effect.
 */
@Reference(
        title = "Nair and Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines (ICML 2010)",
        equation = "max(0, x)")
public final class ReluNeuron implements Neuron {
    private static final Activation RELU = new Activation() {
        @Override
        public INDArray value(INDArray h) {
            return Transforms.max(h, 0, true);
        }

        @Override
        public INDArray derivative(INDArray h) {
            return h.gt(0).castTo(h.dataType());
        }
    };

    @Inject
    public ReluNeuron() {}

    @Override
    public INDArray charge(INDArray v, INDArray x, Parameters parameters) {
        return x.dup();
    }

    @Override
    public ChargeGradient backward(INDArray v, INDArray x, INDArray dh, Parameters parameters) {
        return new ChargeGradient(v.mul(0), dh.dup(), Map.of());
    }

    @Override
    public Optional<Activation> activation() {
        return Optional.of(RELU);
    }
}
