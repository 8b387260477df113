package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/**
 * Leaky integrate-and-fire whose time constant is learned: 1/tau = sigmoid(w).
 *
 * <p>h = v + (x - (v - rest))*sigmoid(w) if the input decays, h = v - (v - rest)*sigmoid(w) + x if it does not. The scalar w starts at
 * -log(tau - 1), where sigmoid(w) = 1/tau; one w for all neurons of a layer.
 */
@Reference(
        title = "SpikingJelly",
        link = "https://github.com/fangwei123456/spikingjelly",
        equation = "spikingjelly/activation_based/neuron.py, ParametricLIFNode")
public final class Plif implements Neuron {
    /** Name of the learnable parameter. */
    public static final String W = "w";

    /**
     * Parameters.
     *
     * @param tau membrane time constant in time steps at the start of training, &gt; 1
     * @param decayInput true: the input is divided by tau too (BrainCog, and SpikingJelly's default); false: it is taken as it is
     * @param rest potential that the membrane leaks to
     */
    public record Config(double tau, boolean decayInput, double rest) {
        public static final Config DEFAULTS = new Config(2, true, 0);

        public Config {
            Check.greaterThan(tau, 1, "tau");
            Check.finite(rest, "rest");
        }
    }

    private final Config config;

    @Inject
    public Plif(Config config) {
        this.config = config;
    }

    @Override
    public INDArray charge(INDArray v, INDArray x, Parameters parameters) {
        return coefficients(parameters).charge(v, x);
    }

    @Override
    public ChargeGradient backward(INDArray v, INDArray x, INDArray dh, Parameters parameters) {
        return coefficients(parameters).backward(v, x, dh);
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.constant(W, -Math.log(config.tau() - 1), 1));
    }

    @Override
    public Optional<LinearCharge> linear(Parameters parameters) {
        return Optional.of(coefficients(parameters));
    }

    private LinearCharge coefficients(Parameters parameters) {
        double leak = 1 / (1 + Math.exp(-parameters.scalar(W)));
        double slope = leak * (1 - leak);
        LinearCharge.Derivative derivative =
                new LinearCharge.Derivative(-slope, config.decayInput() ? slope : 0, slope * config.rest());
        return new LinearCharge(1 - leak, config.decayInput() ? leak : 1, leak * config.rest(), Map.of(W, derivative));
    }
}
