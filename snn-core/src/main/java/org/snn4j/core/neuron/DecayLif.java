package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Check;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;

/**
 * Leaky integrate-and-fire that takes its input undivided: h = decay*v + (1 - decay)*rest + x.
 *
 * <p>With rest = 0 it is the LIF of R2ETL, TET and NDA; with decay = 1 - 1/tau that of SpikingJelly without {@code decay_input}.
 */
@Reference(
        title = "temporal_efficient_training, code of TET (Deng et al., ICLR 2022)",
        link = "https://github.com/Gus-Lab/temporal_efficient_training",
        equation = "models/layers.py, LIFSpike")
public final class DecayLif implements Neuron {
    /**
     * Parameters.
     *
     * @param decay share of the potential that is left after one time step, [0, 1]
     * @param rest potential that the membrane decays to
     */
    public record Config(double decay, double rest) {
        public static final Config DEFAULTS = new Config(0.5, 0);

        public Config {
            Check.inRange(decay, 0, 1, "decay");
            Check.finite(rest, "rest");
        }
    }

    private final LinearCharge charge;

    @Inject
    public DecayLif(Config config) {
        charge = LinearCharge.fixed(config.decay(), 1, (1 - config.decay()) * config.rest());
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
