package org.snn4j.core.optimize;

import jakarta.inject.Inject;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.core.Views;
import org.snn4j.core.kernel.ParameterUpdates;

/** Stochastic gradient descent: b = momentum*b + gradient, update = rate*b. */
@Reference(
        title = "PyTorch 1.13",
        link = "https://pytorch.org/docs/1.13/generated/torch.optim.SGD.html",
        equation = "torch.optim.SGD, dampening 0")
public final class Sgd implements Optimizer {
    /**
     * Parameters.
     *
     * @param learningRate base learning rate, before the schedule
     * @param momentum share of the last step that is added, [0, 1); 0 for none
     */
    public record Config(double learningRate, double momentum) {
        public static final Config DEFAULTS = new Config(0.1, 0.9);

        public Config {
            Check.atLeast(learningRate, 0, "learning-rate");
            if (!(momentum >= 0 && momentum < 1)) {
                throw new IllegalArgumentException("momentum is " + momentum + ", must be at least 0 and less than 1");
            }
        }
    }

    private final Config config;

    @Inject
    public Sgd(Config config) {
        this.config = config;
    }

    @Override
    public double learningRate() {
        return config.learningRate();
    }

    @Override
    public int statesPerValue() {
        return config.momentum() == 0 ? 0 : 1;
    }

    @Override
    public void updatei(INDArray gradient, INDArray state, double rate, long step) {
        INDArray flat = gradient.reshape(gradient.length());
        if (config.momentum() == 0) {
            flat.muli(rate);
            return;
        }
        INDArray buffer = Views.at(state, 0);
        if (ParameterUpdates.supports(flat)) {
            ParameterUpdates.momentumi(flat, buffer, (float) config.momentum(), (float) rate);
        } else {
            buffer.muli(config.momentum()).addi(flat);
            flat.assign(buffer).muli(rate);
        }
    }
}
