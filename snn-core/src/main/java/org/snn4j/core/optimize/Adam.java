package org.snn4j.core.optimize;

import jakarta.inject.Inject;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Adam: update = rate * m_hat / (sqrt(v_hat) + epsilon), with the bias-corrected moving means m_hat of the gradient and v_hat of its square.
 *
 * <p>As PyTorch: epsilon stands beside the corrected root.
 */
@Reference(
        title = "PyTorch 1.13",
        link = "https://pytorch.org/docs/1.13/generated/torch.optim.Adam.html",
        equation = "torch.optim.Adam")
public final class Adam implements Optimizer {
    /**
     * Parameters.
     *
     * @param learningRate base learning rate, before the schedule
     * @param beta1 share that the mean of the gradient keeps in each step, [0, 1)
     * @param beta2 share that the mean of its square keeps in each step, [0, 1)
     * @param epsilon added to the root
     */
    public record Config(double learningRate, double beta1, double beta2, double epsilon) {
        public static final Config DEFAULTS = new Config(1e-3, 0.9, 0.999, 1e-8);

        public Config {
            Check.atLeast(learningRate, 0, "learning-rate");
            Moments.check(beta1, beta2, epsilon);
        }
    }

    private final Config config;
    private final Moments moments;

    @Inject
    public Adam(Config config) {
        this.config = config;
        moments = new Moments(config.beta1(), config.beta2(), config.epsilon());
    }

    @Override
    public double learningRate() {
        return config.learningRate();
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
