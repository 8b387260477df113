package org.snn4j.core.layer;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.snn4j.core.optimize.Optimizer;

/** Lets Deeplearning4j's updater blocks run an {@link Optimizer}; one per network, so that all parameters form blocks. */
public final class OptimizerBinding implements IUpdater {
    private static final long serialVersionUID = 1L;

    private transient Optimizer optimizer;
    private double rate;

    /** Chooses the optimizer; the network then makes fresh updater state. */
    public void use(Optimizer optimizer) {
        this.optimizer = optimizer;
    }

    /** Learning rate of the next step. */
    public void rate(double rate) {
        this.rate = rate;
    }

    /** Decoupled weight decay of the optimizer; 0 before one is chosen. */
    public double weightDecay() {
        return optimizer == null ? 0 : optimizer.weightDecay();
    }

    @Override
    public long stateSize(long parameters) {
        return optimizer == null ? 0 : optimizer.statesPerValue() * parameters;
    }

    @Override
    public GradientUpdater<OptimizerBinding> instantiate(INDArray state, boolean initialize) {
        return new Block(state, initialize);
    }

    @Override
    public GradientUpdater<OptimizerBinding> instantiate(Map<String, INDArray> state, boolean initialize) {
        throw new UnsupportedOperationException("state is one flat array");
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public IUpdater clone() {
        return this;
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return rate;
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double lr, ISchedule schedule) {
        throw new UnsupportedOperationException("the trainer sets the rate of each step");
    }

    /** Consecutive parameters with the same optimizer. */
    private final class Block implements GradientUpdater<OptimizerBinding> {
        private final INDArray state;

        Block(INDArray state, boolean initialize) {
            this.state = state;
            if (state != null && initialize) {
                state.assign(0);
            }
        }

        @Override
        public OptimizerBinding getConfig() {
            return OptimizerBinding.this;
        }

        @Override
        public void setState(Map<String, INDArray> state, boolean initialize) {
            throw new UnsupportedOperationException("state is one flat array");
        }

        @Override
        public Map<String, INDArray> getState() {
            return Map.of();
        }

        @Override
        public void setStateViewArray(INDArray view, long[] gradientShape, char gradientOrder, boolean initialize) {
            throw new UnsupportedOperationException("state is given at the start");
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            int states = optimizer.statesPerValue();
            INDArray shaped = states == 0 ? null : state.reshape('c', states, state.length() / states);
            optimizer.updatei(gradient.reshape(gradient.length()), shaped, rate, iteration);
        }
    }
}
