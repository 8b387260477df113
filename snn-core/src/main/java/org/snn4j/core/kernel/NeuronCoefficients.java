package org.snn4j.core.kernel;

import org.snn4j.core.neuron.LinearCharge;
import org.snn4j.core.neuron.NeuronModel;

/**
 * The numbers of a linear neuron, so that one loop serves every reset and firing rule: h = decay*v + gain*z + drive, then
 * v = (1 - kept*s)*h + jump*s; in the backward pass of a reset that is not detached, dL/ds += dL/dv * (level + slope*(h - threshold)).
 */
record NeuronCoefficients(
        float decay,
        float gain,
        float drive,
        float threshold,
        boolean inclusive,
        float initial,
        float kept,
        float jump,
        float level,
        float slope) {
    static NeuronCoefficients of(NeuronModel model, LinearCharge charge) {
        float threshold = (float) model.firing().threshold();
        float rest = (float) model.reset().potential();
        boolean hard = model.reset().hard();
        boolean detached = model.reset().detached();
        return new NeuronCoefficients(
                (float) charge.decay(),
                (float) charge.gain(),
                (float) charge.drive(),
                threshold,
                model.firing().inclusive(),
                rest,
                hard ? 1 : 0,
                hard ? rest : -threshold,
                detached ? 0 : hard ? rest - threshold : -threshold,
                detached || !hard ? 0 : -1);
    }
}
