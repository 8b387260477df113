package org.snn4j.core.optimize;

/** Learning rate by epoch. */
public interface LearningRateSchedule {
    /**
     * @param base learning rate of the optimizer
     * @param epoch 0-based
     * @param epochs epochs of the phase
     * @return learning rate during that epoch
     */
    double rate(double base, int epoch, int epochs);
}
