package org.snn4j.core.neuron;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Check;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Reference;
import org.snn4j.core.Sums;

/**
 * {@link DecayLif} whose decay and threshold are learned, one of each for all neurons of a layer: h = decay*v + gain*x, and the layer's threshold is that
 * of the firing rule plus {@code rise}, which starts at 0.
 *
 * <p>snnTorch's Leaky with learn_beta and learn_threshold; the decay is held to [0, 1] in the forward pass as there, and has no gradient beyond.
 */
@Reference(
        title = "snnTorch",
        link = "https://github.com/jeshraghian/snntorch",
        equation = "snntorch/_neurons/leaky.py, Leaky with learn_beta and learn_threshold")
public final class ThresholdLif implements Neuron {
    /** Name of the learned decay. */
    public static final String DECAY = "decay";
    /** Name of what the threshold is raised by. */
    public static final String RISE = "rise";

    /**
     * Parameters.
     *
     * @param decay share of the potential that is left after one time step at the start of training, [0, 1]
     * @param gain factor of the input: 1 (snnTorch, TET), or 1 - decay as in {@link Lif}
     */
    public record Config(double decay, double gain) {
        public static final Config DEFAULTS = new Config(0.5, 1);

        public Config {
            Check.inRange(decay, 0, 1, "decay");
            Check.finite(gain, "gain");
        }
    }

    private final Config config;

    @Inject
    public ThresholdLif(Config config) {
        this.config = config;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.constant(DECAY, config.decay(), 1), ParameterSpec.constant(RISE, 0, 1));
    }

    @Override
    public INDArray charge(INDArray v, INDArray x, Parameters parameters) {
        return membrane(parameters).charge(v, x);
    }

    private LinearCharge membrane(Parameters parameters) {
        return LinearCharge.fixed(decay(parameters), config.gain(), 0);
    }

    private static double decay(Parameters parameters) {
        return Math.max(0, Math.min(1, parameters.scalar(DECAY)));
    }

    @Override
    public ChargeGradient backward(INDArray v, INDArray x, INDArray dh, Parameters parameters) {
        ChargeGradient gradient = membrane(parameters).backward(v, x, dh);
        double held = parameters.scalar(DECAY);
        double decay = held < 0 || held > 1 ? 0 : Sums.of(dh.mul(v));
        return new ChargeGradient(gradient.v(), gradient.x(), Map.of(DECAY, scalar(decay, dh), RISE, scalar(0, dh)));
    }

    private static INDArray scalar(double value, INDArray like) {
        return Nd4j.valueArrayOf(new long[] {1}, value, like.dataType());
    }

    @Override
    public Optional<StatefulCharge> stateful() {
        return Optional.of(new Raised());
    }

    private final class Raised implements StatefulCharge {
        @Override
        public int states() {
            return 0;
        }

        @Override
        public boolean raisesThreshold() {
            return true;
        }

        @Override
        public Charged charge(Before before, INDArray x, Parameters parameters) {
            INDArray h = ThresholdLif.this.charge(before.v(), x, parameters);
            return new Charged(h, List.of(), Nd4j.valueArrayOf(h.shape(), parameters.scalar(RISE), h.dataType()));
        }

        @Override
        public Gradient backward(Before before, INDArray x, Charged d, Parameters parameters) {
            ChargeGradient gradient = ThresholdLif.this.backward(before.v(), x, d.h(), parameters);
            INDArray decay = gradient.parameters().get(DECAY);
            INDArray rise = scalar(Sums.of(d.rise()), d.h());
            return new Gradient(gradient.v(), List.of(), null, gradient.x(), Map.of(DECAY, decay, RISE, rise));
        }
    }
}
