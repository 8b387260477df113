package org.snn4j.eval.golden.neurons;

import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.neuron.DecayLif;
import org.snn4j.core.neuron.DelayedReset;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.Neuron;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.NoReset;
import org.snn4j.core.neuron.Population;
import org.snn4j.core.neuron.Reset;
import org.snn4j.core.neuron.SoftReset;
import org.snn4j.core.neuron.ThresholdLif;
import org.snn4j.core.surrogate.ArcTan;
import org.snn4j.core.surrogate.FastSigmoid;
import org.snn4j.core.surrogate.Sigmoid;
import org.snn4j.core.surrogate.SurrogateGradient;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/**
 * snnTorch's Leaky: a decaying neuron with threshold 1, the library's default, whose reset waits for the next step unless {@code reset_delay} is off.
 *
 * <p>The potential that it returns, {@code out_mem_pre} in the index, is ours after the reset; with a delayed reset to zero, which leaves the next
 * step's input alone, ours before it.
 */
public final class SnnTorchVerifier implements GoldenVerifier {
    private static final Pattern SURROGATE = Pattern.compile("(\\w+)\\(\\w+=([\\d.]+)\\)");
    private static final Map<String, DoubleFunction<SurrogateGradient>> SURROGATES = Map.of(
            "sigmoid", k -> new Sigmoid(new Sigmoid.Config(k)),
            "fast_sigmoid", k -> new FastSigmoid(new FastSigmoid.Config(k)),
            "atan", k -> new ArcTan(new ArcTan.Config(k)));
    private static final Map<String, Reset> DELAYED = Map.of(
            "subtract", new DelayedReset(),
            "zero", new HardReset(HardReset.Config.DEFAULTS),
            "none", new NoReset());

    @Override
    public String kind() {
        return "neurons";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.text("neuron").equals("snnTorch Leaky");
    }

    @Override
    public void verify(GoldenCase golden) {
        boolean learns = golden.has("par_threshold");
        NeuronModel model = new NeuronModel(
                neuron(golden, learns),
                new Firing(learns ? golden.array("par_threshold").scalar() : 1, false),
                reset(golden),
                surrogate(golden));
        Parameters parameters = learns
                ? new Parameters(Map.of(
                        ThresholdLif.DECAY,
                        Nd4j.createFromArray(golden.array("par_beta").scalar()),
                        ThresholdLif.RISE,
                        Nd4j.createFromArray(0.0)))
                : Parameters.none();
        verify(golden, new Population(model), parameters);
    }

    private static Neuron neuron(GoldenCase golden, boolean learns) {
        float beta = (float) golden.parameter("beta").asDouble();
        return learns ? new ThresholdLif(new ThresholdLif.Config(beta, 1)) : new DecayLif(new DecayLif.Config(beta, 0));
    }

    private static Reset reset(GoldenCase golden) {
        boolean delayed = golden.parameters().path("reset_delay").asBoolean(true);
        String mechanism = golden.text("reset_mechanism");
        if (!delayed && !mechanism.equals("subtract")) {
            throw new IllegalStateException(golden + ": no reset in the same step for " + mechanism);
        }
        return delayed ? DELAYED.get(mechanism) : new SoftReset(new SoftReset.Config(false));
    }

    private static SurrogateGradient surrogate(GoldenCase golden) {
        Matcher matcher = SURROGATE.matcher(golden.text("spike_grad"));
        if (!matcher.matches()) {
            throw new IllegalStateException(golden + ": no surrogate for " + golden.parameters());
        }
        return SURROGATES.get(matcher.group(1)).apply(Double.parseDouble(matcher.group(2)));
    }

    private static void verify(GoldenCase golden, Population population, Parameters parameters) {
        Population.Trace trace = population.forward(golden.nd("in_x"), parameters);
        INDArray spikeWeights = golden.nd("in_weight_spike");
        INDArray potentialWeights = golden.nd("in_weight_mem");
        GoldenAssert.exact(golden, "out_spike", trace.spikes());
        boolean before = golden.text("reset_mechanism").equals("zero");
        INDArray potentials = before ? trace.beforeReset() : trace.afterReset();
        GoldenAssert.close(golden, "out_mem_pre", potentials);
        GoldenAssert.close(
                golden,
                "out_loss",
                trace.spikes().mul(spikeWeights).sumNumber().doubleValue()
                        + potentials.mul(potentialWeights).sumNumber().doubleValue());
        Population.Upstream upstream = new Population.Upstream(
                spikeWeights, before ? potentialWeights : null, before ? null : potentialWeights);
        Population.Gradient gradient = population.backward(trace, upstream);
        GoldenAssert.close(golden, "grad_x", gradient.input());
        if (golden.has("par_threshold")) {
            GoldenAssert.close(
                    golden,
                    "grad_par_beta",
                    gradient.parameters().get(ThresholdLif.DECAY).getDouble(0));
            GoldenAssert.close(
                    golden,
                    "grad_par_threshold",
                    gradient.parameters().get(ThresholdLif.RISE).getDouble(0));
        }
    }
}
