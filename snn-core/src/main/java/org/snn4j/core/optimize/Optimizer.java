package org.snn4j.core.optimize;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns a gradient into the update that is subtracted from the parameters. Stateless: its state is an array it is handed. */
public interface Optimizer {
    /** Base learning rate, before the schedule. */
    double learningRate();

    /** Decoupled weight decay: parameters that decay lose rate*weightDecay of their value at each step; 0 for none. */
    default double weightDecay() {
        return 0;
    }

    /** State values per parameter value: 2 for Adam, 0 for plain SGD. */
    int statesPerValue();

    /**
     * Replaces the gradient in place by the update to subtract.
     *
     * @param gradient flat gradient, becomes the update
     * @param state [statesPerValue, length], zero before the first step; null if statesPerValue is 0
     * @param rate learning rate of this step
     * @param step number of this step, from 0
     */
    void updatei(INDArray gradient, INDArray state, double rate, long step);
}
