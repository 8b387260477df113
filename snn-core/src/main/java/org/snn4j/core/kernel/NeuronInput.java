package org.snn4j.core.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Parameters;
import org.snn4j.core.TimeFold;

/**
 * Input of a pass over neurons.
 *
 * @param current y, output of the layer in front: [S*T*N, ..., C]
 * @param affine z = scale*y + shift in front of the neurons; null for z = y
 * @param parameters learnable parameters of the neuron
 * @param fold how the rows are ordered
 */
public record NeuronInput(INDArray current, Affine affine, Parameters parameters, TimeFold fold) {
    /** Values of one sample at one step. */
    public int rowLength() {
        return Math.toIntExact(current.length() / fold.rows());
    }

    /** C, length of the last axis. */
    public int channels() {
        return Math.toIntExact(current.size(-1));
    }
}
