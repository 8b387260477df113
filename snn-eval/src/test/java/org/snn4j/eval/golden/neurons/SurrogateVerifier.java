package org.snn4j.eval.golden.neurons;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.IfNeuron;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Population;
import org.snn4j.core.surrogate.SurrogateGradient;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** Step, derivative and (SpikingJelly only) primitive on a grid. */
public final class SurrogateVerifier implements GoldenVerifier {
    /** BrainCog's ActFunGrad takes the potential itself and holds the threshold inside. */
    private static final double ACT_FUN_THRESHOLD = 0.5;

    @Override
    public String kind() {
        return "surrogates";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return PublishedSurrogates.has(name(golden));
    }

    @Override
    public void verify(GoldenCase golden) {
        SurrogateGradient surrogate = PublishedSurrogates.of(name(golden), golden);
        double threshold = name(golden).equals("ActFunGrad") ? ACT_FUN_THRESHOLD : 0;
        double[] u = golden.array("in_x").doubles();
        for (int i = 0; i < u.length; i++) {
            u[i] -= threshold;
        }
        double[] derivative = new double[u.length];
        surrogate.derivatives(u, derivative, u.length);
        if (golden.has("grad_par_alpha")) {
            verifyGradients(golden, u, derivative);
            return;
        }
        GoldenAssert.close(golden, "out_derivative", derivative);
        GoldenAssert.exact(golden, "out_spike", spikes(golden, surrogate, threshold));
        if (golden.has("out_primitive")) {
            GoldenAssert.close(golden, "out_primitive", primitive(golden, surrogate, u));
        }
    }

    /** The library's own primitive of LogTailedReLU is NaN up to 0 (it takes the logarithm there, too): ours need not be. */
    private static double[] primitive(GoldenCase golden, SurrogateGradient surrogate, double[] u) {
        double[] expected = golden.array("out_primitive").doubles();
        double[] primitive = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            boolean held = !(name(golden).equals("LogTailedReLU") && Double.isNaN(expected[i]) && u[i] <= 0);
            primitive[i] = held ? surrogate.primitive(u[i]) : Double.NaN;
        }
        return primitive;
    }

    /** An integrator in its first step holds its input, and fires by our own rule; sign(x) of EIGrad is the difference of two of them. */
    private static double[] spikes(GoldenCase golden, SurrogateGradient surrogate, double threshold) {
        Firing firing =
                new Firing(threshold, golden.entry().path("notes").asText().contains(">="));
        NeuronModel model =
                new NeuronModel(new IfNeuron(), firing, new HardReset(HardReset.Config.DEFAULTS), surrogate);
        Population population = new Population(model);
        double[] values = golden.array("in_x").doubles();
        INDArray x = Nd4j.createFromArray(values).reshape(1, values.length);
        INDArray spikes = population.forward(x).spikes();
        boolean signed = name(golden).equals("EIGrad");
        return GoldenAssert.values(
                signed ? spikes.sub(population.forward(x.neg()).spikes()) : spikes);
    }

    /** The primitive depends on alpha*u alone, so its derivative by alpha is u/alpha times that by u. */
    private static void verifyGradients(GoldenCase golden, double[] u, double[] derivative) {
        double[] weight = golden.array("in_weight").doubles();
        double alpha = golden.array("par_alpha").scalar();
        double[] dx = new double[u.length];
        double dAlpha = 0;
        for (int i = 0; i < u.length; i++) {
            dx[i] = weight[i] * derivative[i];
            dAlpha += weight[i] * u[i] / alpha * derivative[i];
        }
        GoldenAssert.close(golden, "grad_x", dx);
        GoldenAssert.close(golden, "grad_par_alpha", dAlpha);
    }

    /** "SpikingJelly ATan" is ATan. */
    private static String name(GoldenCase golden) {
        String function = golden.text("function");
        return function.substring(function.indexOf(' ') + 1);
    }
}
