package org.snn4j.core.optimize;

import jakarta.inject.Inject;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/** {@link Adam} with decoupled weight decay: parameters that decay also lose rate*weightDecay of their value in each step. */
@Reference(
        title = "PyTorch 1.13",
        link = "https://pytorch.org/docs/1.13/generated/torch.optim.AdamW.html",
        equation = "torch.optim.AdamW")
public final class AdamW implements Optimizer {
    /**
     * Parameters.
     *
     * @param learningRate base learning rate, before the schedule
     * @param beta1 share that the mean of the gradient keeps in each step, [0, 1)
     * @param beta2 share that the mean of its square keeps in each step, [0, 1)
     * @param epsilon added to the root
     * @param weightDecay share of a decaying parameter that is lost per unit of learning rate
     */
    public record Config(double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
        public static final Config DEFAULTS = new Config(1e-3, 0.9, 0.999, 1e-8, 0.01);

        public Config {
            Check.atLeast(learningRate, 0, "learning-rate");
            Moments.check(beta1, beta2, epsilon);
            Check.atLeast(weightDecay, 0, "weight-decay");
        }
    }

    private final Config config;
    private final Moments moments;

    @Inject
    public AdamW(Config config) {
        this.config = config;
        moments = new Moments(config.beta1(), config.beta2(), config.epsilon());
    }

    @Override
    public double learningRate() {
        return config.learningRate();
    }

    @Override
    public double weightDecay() {
        return config.weightDecay();
    }

    @Override
    public int statesPerValue() {
        return Moments.STATES;
    }

    @Override
    public void updatei(INDArray gradient, INDArray state, double rate, long step) {
        moments.updatei(gradient, state, rate, step);
    }
}
