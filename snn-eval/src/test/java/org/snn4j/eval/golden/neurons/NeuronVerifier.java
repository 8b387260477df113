package org.snn4j.eval.golden.neurons;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.neuron.CurrentLif;
import org.snn4j.core.neuron.DecayLif;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.IfNeuron;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.Neuron;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Plif;
import org.snn4j.core.neuron.Population;
import org.snn4j.core.neuron.Reset;
import org.snn4j.core.neuron.SoftReset;
import org.snn4j.core.surrogate.SurrogateGradient;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** Spikes, potentials, loss and gradients of a population over T steps. */
public final class NeuronVerifier implements GoldenVerifier {
    private static final Map<String, Function<GoldenCase, Neuron>> NEURONS = new HashMap<>();

    static {
        NEURONS.put("BrainCog IFNode", c -> new IfNeuron());
        NEURONS.put(
                "BrainCog LIFNode",
                c -> new Lif(new Lif.Config(c.parameter("tau").asDouble(), 0)));
        NEURONS.put(
                "BrainCog PLIFNode",
                c -> new Plif(new Plif.Config(c.parameter("tau_init").asDouble(), true, 0)));
        NEURONS.put(
                "R2ETL/TET LIFSpike",
                c -> new DecayLif(new DecayLif.Config(c.parameter("decay").asDouble(), 0)));
        NEURONS.put("NDA LIFSpike", NEURONS.get("R2ETL/TET LIFSpike"));
        NEURONS.put("SpikingJelly IFNode", NEURONS.get("BrainCog IFNode"));
        NEURONS.put("SpikingJelly LIFNode", NeuronVerifier::spikingJellyLif);
        NEURONS.put(
                "SpikingJelly ParametricLIFNode",
                c -> new Plif(new Plif.Config(
                        c.parameter("init_tau").asDouble(),
                        c.parameter("decay_input").asBoolean(),
                        c.number("v_reset", 0))));
        NEURONS.put("norse LIF feed-forward step", NeuronVerifier::norseLif);
        NEURONS.put(
                "norse LIF box feed-forward step",
                c -> new Lif(new Lif.Config(
                        1
                                / (c.parameter("dt").asDouble()
                                        * c.parameter("tau_mem_inv").asDouble()),
                        c.parameter("v_leak").asDouble())));
    }

    private static Neuron norseLif(GoldenCase golden) {
        double dt = golden.parameter("dt").asDouble();
        double membrane = dt * golden.parameter("tau_mem_inv").asDouble();
        double synapse = dt * golden.parameter("tau_syn_inv").asDouble();
        if (golden.parameter("v_leak").asDouble() != 0) {
            throw new IllegalStateException(golden + ": no current with a leak to other potentials than 0");
        }
        return new CurrentLif(new CurrentLif.Config(1 - membrane, 1 - synapse, membrane, CurrentLif.Input.IMMEDIATE));
    }

    private static Neuron spikingJellyLif(GoldenCase golden) {
        double tau = golden.parameter("tau").asDouble();
        double rest = golden.number("v_reset", 0);
        return golden.parameter("decay_input").asBoolean()
                ? new Lif(new Lif.Config(tau, rest))
                : new DecayLif(new DecayLif.Config(1 - 1 / tau, rest));
    }

    @Override
    public String kind() {
        return "neurons";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return NEURONS.containsKey(golden.text("neuron")) && PublishedSurrogates.has(surrogate(golden));
    }

    @Override
    public void verify(GoldenCase golden) {
        SurrogateGradient surrogate = PublishedSurrogates.of(surrogate(golden), golden);
        Neuron neuron = NEURONS.get(golden.text("neuron")).apply(golden);
        Population population = new Population(new NeuronModel(neuron, firing(golden), reset(golden), surrogate));
        Population.Trace trace = population.forward(golden.nd("in_x"), parameters(golden));
        GoldenAssert.exact(golden, "out_spike", trace.spikes());
        closeIfGiven(golden, "out_mem_pre", trace.beforeReset());
        closeIfGiven(golden, "out_mem_post", trace.afterReset());
        if (golden.has("out_current")) {
            double kept = 1
                    - golden.parameter("dt").asDouble()
                            * golden.parameter("tau_syn_inv").asDouble();
            GoldenAssert.close(golden, "out_current", trace.states().get(0).mul(kept));
        }

        INDArray spikeWeights = golden.nd("in_weight_spike");
        INDArray potentialWeights = golden.nd("in_weight_mem");
        boolean after = golden.text("loss_mem").equals("out_mem_post");
        INDArray potentials = after ? trace.afterReset() : trace.beforeReset();
        double loss = trace.spikes().mul(spikeWeights).sumNumber().doubleValue()
                + potentials.mul(potentialWeights).sumNumber().doubleValue();
        GoldenAssert.close(golden, "out_loss", loss);

        Population.Upstream upstream =
                new Population.Upstream(spikeWeights, after ? null : potentialWeights, after ? potentialWeights : null);
        Population.Gradient gradient = population.backward(trace, upstream);
        GoldenAssert.close(golden, "grad_x", gradient.input());
        if (golden.has("grad_par_w")) {
            GoldenAssert.close(
                    golden,
                    "grad_par_w",
                    GoldenAssert.values(gradient.parameters().get(Plif.W)));
        }
        if (golden.has("grad_par_act_fun_alpha")) {
            verifySurrogateGradient(golden, trace, gradient, surrogate);
        }
    }

    /** The primitive depends on alpha*u alone, so its derivative by alpha is u/alpha times that by u. */
    private static void verifySurrogateGradient(
            GoldenCase golden, Population.Trace trace, Population.Gradient gradient, SurrogateGradient surrogate) {
        double alpha = golden.array("par_act_fun_alpha").scalar();
        double[] h = GoldenAssert.values(trace.beforeReset());
        double[] ds = GoldenAssert.values(gradient.spikes());
        double sum = 0;
        for (int i = 0; i < h.length; i++) {
            double u = h[i] - firing(golden).threshold();
            sum += ds[i] * u / alpha * surrogate.derivative(u);
        }
        GoldenAssert.close(golden, "grad_par_act_fun_alpha", sum);
    }

    private static Firing firing(GoldenCase golden) {
        for (String name : new String[] {"threshold", "v_threshold", "v_th"}) {
            if (golden.parameters().hasNonNull(name)) {
                return new Firing(
                        golden.parameter(name).asDouble(), golden.text("fire").contains(">="));
            }
        }
        throw new IllegalStateException(golden + ": no threshold in " + golden.parameters());
    }

    private static Reset reset(GoldenCase golden) {
        if (golden.text("neuron").startsWith("norse")) {
            return new HardReset(
                    new HardReset.Config(golden.parameter("v_reset").asDouble(), false));
        }
        if (golden.text("neuron").startsWith("SpikingJelly")) {
            boolean detached = golden.parameter("detach_reset").asBoolean();
            return golden.parameter("v_reset").isNull()
                    ? new SoftReset(new SoftReset.Config(detached))
                    : new HardReset(
                            new HardReset.Config(golden.parameter("v_reset").asDouble(), detached));
        }
        boolean detached = !golden.text("reset").toLowerCase(Locale.ROOT).contains("not detached");
        return new HardReset(new HardReset.Config(golden.number("v_reset", 0), detached));
    }

    private static Parameters parameters(GoldenCase golden) {
        return golden.has("par_w")
                ? new Parameters(Map.of(
                        Plif.W, Nd4j.createFromArray(golden.array("par_w").scalar())))
                : Parameters.none();
    }

    private static void closeIfGiven(GoldenCase golden, String array, INDArray got) {
        if (golden.has(array)) {
            GoldenAssert.close(golden, array, got);
        }
    }

    private static String surrogate(GoldenCase golden) {
        return golden.parameters().has("surrogate") ? golden.text("surrogate") : golden.text("method");
    }
}
