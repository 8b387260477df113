package org.snn4j.eval.golden.neurons;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.snn4j.core.surrogate.ArcTan;
import org.snn4j.core.surrogate.Erf;
import org.snn4j.core.surrogate.FastSigmoid;
import org.snn4j.core.surrogate.LeakyKRelu;
import org.snn4j.core.surrogate.LogTailedRelu;
import org.snn4j.core.surrogate.PiecewiseExponential;
import org.snn4j.core.surrogate.PiecewiseLeakyRelu;
import org.snn4j.core.surrogate.PiecewiseQuadratic;
import org.snn4j.core.surrogate.QPseudoSpike;
import org.snn4j.core.surrogate.Rectangle;
import org.snn4j.core.surrogate.Relu;
import org.snn4j.core.surrogate.S2nn;
import org.snn4j.core.surrogate.Sigmoid;
import org.snn4j.core.surrogate.SoftSign;
import org.snn4j.core.surrogate.SquareWaveFourier;
import org.snn4j.core.surrogate.StraightThrough;
import org.snn4j.core.surrogate.SurrogateGradient;
import org.snn4j.core.surrogate.Triangle;
import org.snn4j.core.surrogate.TriangleGamma;
import org.snn4j.eval.golden.GoldenCase;

/** Our counterparts of the surrogates that the index names. */
final class PublishedSurrogates {
    private static final Map<String, Function<GoldenCase, SurrogateGradient>> BY_NAME = new HashMap<>();

    static {
        spikingJelly();
        brainCog();
        others();
    }

    private PublishedSurrogates() {}

    static boolean has(String name) {
        return BY_NAME.containsKey(name);
    }

    /** The surrogate of that name with the numbers of the case. */
    static SurrogateGradient of(String name, GoldenCase golden) {
        return BY_NAME.get(name).apply(golden);
    }

    private static void spikingJelly() {
        BY_NAME.put("ATan", c -> arctan(c));
        BY_NAME.put("Sigmoid", c -> new Sigmoid(new Sigmoid.Config(required(c, "alpha"))));
        BY_NAME.put(
                "PiecewiseQuadratic", c -> new PiecewiseQuadratic(new PiecewiseQuadratic.Config(required(c, "alpha"))));
        BY_NAME.put(
                "PiecewiseExp", c -> new PiecewiseExponential(new PiecewiseExponential.Config(required(c, "alpha"))));
        BY_NAME.put("SoftSign", c -> new SoftSign(new SoftSign.Config(required(c, "alpha"))));
        BY_NAME.put("Erf", c -> new Erf(new Erf.Config(required(c, "alpha"))));
        BY_NAME.put(
                "PiecewiseLeakyReLU",
                c -> new PiecewiseLeakyRelu(new PiecewiseLeakyRelu.Config(required(c, "w"), required(c, "c"))));
        BY_NAME.put(
                "SquarewaveFourierSeries",
                c -> new SquareWaveFourier(
                        new SquareWaveFourier.Config((int) required(c, "n") - 1, required(c, "T_period"))));
        BY_NAME.put("S2NN", c -> new S2nn(new S2nn.Config(required(c, "alpha"), required(c, "beta"))));
        BY_NAME.put("QPseudoSpike", c -> new QPseudoSpike(new QPseudoSpike.Config(required(c, "alpha"))));
        BY_NAME.put("LeakyKReLU", c -> new LeakyKRelu(new LeakyKRelu.Config(required(c, "leak"), required(c, "k"))));
        BY_NAME.put("LogTailedReLU", c -> new LogTailedRelu(new LogTailedRelu.Config(required(c, "alpha"))));
    }

    private static void brainCog() {
        BY_NAME.put("QGateGrad", c -> new Triangle(new Triangle.Config(required(c, "alpha"))));
        BY_NAME.put("AtanGrad", c -> arctan(c));
        BY_NAME.put("AtanGrad with learnable alpha", c -> arctan(c));
        BY_NAME.put("SigmoidGrad", c -> new Sigmoid(new Sigmoid.Config(required(c, "alpha"))));
        BY_NAME.put("GateGrad", c -> new Rectangle(new Rectangle.Config(2 / required(c, "alpha"), 1)));
        BY_NAME.put("ReLUGrad", c -> new Relu(new Relu.Config(required(c, "alpha"))));
        BY_NAME.put("BackEIGateGrad", c -> new Rectangle(new Rectangle.Config(1, 1)));
        BY_NAME.put("EIGrad", BY_NAME.get("BackEIGateGrad"));
        BY_NAME.put("ActFunGrad", c -> new Rectangle(new Rectangle.Config(1, 1)));
    }

    private static void others() {
        BY_NAME.put("ZIF", c -> new TriangleGamma(new TriangleGamma.Config(required(c, "gamma"))));
        BY_NAME.put("triangle max(0,gamma-|u|)/gamma^2", BY_NAME.get("ZIF"));
        BY_NAME.put(
                "fire_function",
                c -> new Rectangle(new Rectangle.Config(required(c, "gamma"), 1 / required(c, "gamma"))));
        BY_NAME.put("rectangle 1/gamma for |u|<gamma/2", BY_NAME.get("fire_function"));
        BY_NAME.put("atan", c -> arctan(c));
        BY_NAME.put("sigmoid", c -> new Sigmoid(new Sigmoid.Config(required(c, "slope"))));
        BY_NAME.put("fast_sigmoid", c -> new FastSigmoid(new FastSigmoid.Config(required(c, "slope"))));
        BY_NAME.put("straight_through_estimator", c -> new StraightThrough());
        BY_NAME.put("super", c -> new FastSigmoid(new FastSigmoid.Config(required(c, "alpha"))));
    }

    private static SurrogateGradient arctan(GoldenCase golden) {
        return new ArcTan(new ArcTan.Config(required(golden, "alpha")));
    }

    private static double required(GoldenCase golden, String name) {
        return golden.parameter(name).asDouble(Double.NaN);
    }
}
