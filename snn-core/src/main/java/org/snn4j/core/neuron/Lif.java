package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/**
 * Leaky integrate-and-fire whose leak also divides the input: h = v + (x - (v - rest)) / tau.
 *
 * <p>With rest = 0 it is the LIF of He et al. (BrainCog) and of SpikingJelly with {@code decay_input}; SpikingJelly pulls towards its
 * {@code v_reset}, which is {@code rest} here and {@link Reset#potential()} in the reset.
 */
@Reference(
        title = "Transfer-for-DVS, code of He et al.",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/base/node/node.py, LIFNode")
public final class Lif implements Neuron {
    /**
     * Parameters.
     *
     * @param tau membrane time constant in time steps, &gt; 1
     * @param rest potential that the membrane leaks to
     */
    public record Config(double tau, double rest) {
        public static final Config DEFAULTS = new Config(2, 0);

        public Config {
            Check.greaterThan(tau, 1, "tau");
            Check.finite(rest, "rest");
        }
    }

    private final LinearCharge charge;

    @Inject
    public Lif(Config config) {
        charge = LinearCharge.fixed(1 - 1 / config.tau(), 1 / config.tau(), config.rest() / config.tau());
    }

    @Override
    public INDArray charge(INDArray v, INDArray x, Parameters parameters) {
        return charge.charge(v, x);
    }

    @Override
    public ChargeGradient backward(INDArray v, INDArray x, INDArray dh, Parameters parameters) {
        return charge.backward(v, x, dh);
    }

    @Override
    public Optional<LinearCharge> linear(Parameters parameters) {
        return Optional.of(charge);
    }
}
