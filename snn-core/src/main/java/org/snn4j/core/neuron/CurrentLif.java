package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/**
 * Leaky integrate-and-fire with a synaptic current (CUBA): i[t] = synapse*i[t-1] + x[t], h[t] = decay*v[t-1] + gain*i.
 *
 * <p>The membrane reads i[t] if the input is immediate, as in snnTorch's Synaptic (gain 1) and in norse's lif_feed_forward_step (decay = 1 - dt/tau_mem,
 * synapse = 1 - dt/tau_syn, gain = dt/tau_mem; its state is synapse*i[t]), and i[t-1] if it is delayed, as in earlier versions of norse.
 */
@Reference(
        title = "norse",
        link = "https://github.com/norse/norse",
        equation = "norse/torch/functional/lif.py, lif_feed_forward_step")
public final class CurrentLif implements Neuron {
    /** Which current the membrane reads. */
    public enum Input {
        /** That of this step. */
        IMMEDIATE,
        /** That of the step before. */
        DELAYED
    }

    /**
     * Parameters.
     *
     * @param decay share of the potential that is left after one time step, [0, 1]
     * @param synapse share of the current that is left after one time step, [0, 1]
     * @param gain factor of the current in the charge
     * @param input which current the membrane reads
     */
    public record Config(double decay, double synapse, double gain, Input input) {
        public static final Config DEFAULTS = new Config(0.5, 0.5, 1, Input.IMMEDIATE);

        public Config {
            Check.inRange(decay, 0, 1, "decay");
            Check.inRange(synapse, 0, 1, "synapse");
            Check.finite(gain, "gain");
            Check.notNull(input, "input");
        }
    }

    private final Config config;
    /** The charge without a current from before. */
    private final LinearCharge membrane;

    private final boolean delayed;

    @Inject
    public CurrentLif(Config config) {
        this.config = config;
        this.delayed = config.input() == Input.DELAYED;
        this.membrane = LinearCharge.fixed(config.decay(), delayed ? 0 : config.gain(), 0);
    }

    @Override
    public INDArray charge(INDArray v, INDArray x, Parameters parameters) {
        return membrane.charge(v, x);
    }

    @Override
    public ChargeGradient backward(INDArray v, INDArray x, INDArray dh, Parameters parameters) {
        return membrane.backward(v, x, dh);
    }

    @Override
    public Optional<StatefulCharge> stateful() {
        return Optional.of(new Synapse());
    }

    private final class Synapse implements StatefulCharge {
        @Override
        public int states() {
            return 1;
        }

        @Override
        public boolean raisesThreshold() {
            return false;
        }

        @Override
        public Charged charge(Before before, INDArray x, Parameters parameters) {
            INDArray last = before.states().get(0);
            INDArray current = last.mul(config.synapse()).addi(x);
            INDArray h = before.v().mul(config.decay()).addi((delayed ? last : current).mul(config.gain()));
            return new Charged(h, List.of(current), null);
        }

        @Override
        public Gradient backward(Before before, INDArray x, Charged d, Parameters parameters) {
            INDArray read = d.h().mul(config.gain());
            INDArray current = delayed ? d.states().get(0) : d.states().get(0).add(read);
            INDArray last = current.mul(config.synapse());
            return new Gradient(
                    d.h().mul(config.decay()),
                    List.of(delayed ? last.addi(read) : last),
                    null,
                    current.dup(),
                    Map.of());
        }
    }
}
