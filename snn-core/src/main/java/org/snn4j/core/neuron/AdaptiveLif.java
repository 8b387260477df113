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
 * Leaky integrate-and-fire whose threshold rises with each spike and falls back: a[t] = rho*a[t-1] + (1 - rho)*s[t-1], threshold + beta*a[t].
 *
 * <p>The charge is that of {@link DecayLif} without rest: h = decay*v + x. After Bellec et al. (NeurIPS 2018); their text was not at hand, so the form of the
 * adaptation is a choice: some programs leave out the factor 1 - rho, which is the same with another beta.
 */
@Reference(
        title =
                "Bellec et al., Long short-term memory and learning-to-learn in networks of spiking neurons (NeurIPS 2018)",
        link = "10.48550/arXiv.1803.09574",
        reconstruction = true)
public final class AdaptiveLif implements Neuron {
    /**
     * Parameters.
     *
     * @param decay share of the potential that is left after one time step, [0, 1]
     * @param rho share of the adaptation that is left after one time step, [0, 1]
     * @param beta what the threshold is raised by when the neuron fires in every step
     */
    public record Config(double decay, double rho, double beta) {
        public static final Config DEFAULTS = new Config(0.5, 0.9, 1.8);

        public Config {
            Check.inRange(decay, 0, 1, "decay");
            Check.inRange(rho, 0, 1, "rho");
            Check.finite(beta, "beta");
        }
    }

    private final Config config;
    private final LinearCharge membrane;

    @Inject
    public AdaptiveLif(Config config) {
        this.config = config;
        this.membrane = LinearCharge.fixed(config.decay(), 1, 0);
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
        return Optional.of(new Adaptation());
    }

    private final class Adaptation implements StatefulCharge {
        @Override
        public int states() {
            return 1;
        }

        @Override
        public boolean raisesThreshold() {
            return true;
        }

        @Override
        public Charged charge(Before before, INDArray x, Parameters parameters) {
            INDArray a = before.states()
                    .get(0)
                    .mul(config.rho())
                    .addi(before.spikes().mul(1 - config.rho()));
            return new Charged(membrane.charge(before.v(), x), List.of(a), a.mul(config.beta()));
        }

        @Override
        public Gradient backward(Before before, INDArray x, Charged d, Parameters parameters) {
            INDArray da = d.states().get(0).add(d.rise().mul(config.beta()));
            return new Gradient(
                    d.h().mul(config.decay()),
                    List.of(da.mul(config.rho())),
                    da.mul(1 - config.rho()),
                    d.h().dup(),
                    Map.of());
        }
    }
}
