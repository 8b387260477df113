package org.snn4j.core.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract for every built-in surrogate, and hand-computed values. */
class SurrogateGradientTest {
    private static final double EXACT = 1e-15;

    private static Map<String, SurrogateGradient> all() {
        Map<String, SurrogateGradient> all = new LinkedHashMap<>();
        all.put("triangle", new Triangle(Triangle.Config.DEFAULTS));
        all.put("triangle-gamma", new TriangleGamma(TriangleGamma.Config.DEFAULTS));
        all.put("piecewise-quadratic", new PiecewiseQuadratic(PiecewiseQuadratic.Config.DEFAULTS));
        all.put("rectangle", new Rectangle(Rectangle.Config.DEFAULTS));
        all.put("arctan", new ArcTan(ArcTan.Config.DEFAULTS));
        all.put("sigmoid", new Sigmoid(Sigmoid.Config.DEFAULTS));
        all.put("erf", new Erf(Erf.Config.DEFAULTS));
        all.put("piecewise-exponential", new PiecewiseExponential(PiecewiseExponential.Config.DEFAULTS));
        all.put("soft-sign", new SoftSign(SoftSign.Config.DEFAULTS));
        all.put("fast-sigmoid", new FastSigmoid(FastSigmoid.Config.DEFAULTS));
        all.put("straight-through", new StraightThrough(StraightThrough.Config.DEFAULTS));
        all.put("relu", new Relu(Relu.Config.DEFAULTS));
        all.put("leaky-k-relu", new LeakyKRelu(new LeakyKRelu.Config(0.1, 1.5)));
        all.put("piecewise-leaky-relu", new PiecewiseLeakyRelu(PiecewiseLeakyRelu.Config.DEFAULTS));
        all.put("log-tailed-relu", new LogTailedRelu(new LogTailedRelu.Config(0.2)));
        all.put("square-wave-fourier", new SquareWaveFourier(new SquareWaveFourier.Config(3, 8)));
        all.put("q-pseudo-spike", new QPseudoSpike(QPseudoSpike.Config.DEFAULTS));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> builtInsHoldTheContract() {
        return all().entrySet().stream().flatMap(e -> {
            SurrogateContract contract = e::getValue;
            return Stream.of(
                    dynamicTest(e.getKey() + " derivative", contract::derivativeIsThatOfThePrimitive),
                    dynamicTest(e.getKey() + " loops", contract::loopsGiveTheSameAsSingleValues),
                    dynamicTest(e.getKey() + " in place", contract::loopsMayWriteWhereTheyReadAndStopAtTheLength),
                    dynamicTest(e.getKey() + " far", contract::derivativeIsFiniteFarFromTheThreshold));
        });
    }

    /** Its published primitive holds a 1e-5 that its derivative does not. */
    @Nested
    class S2nnTest implements SurrogateContract {
        @Override
        public SurrogateGradient surrogate() {
            return new S2nn(S2nn.Config.DEFAULTS);
        }

        @Override
        public double tolerance() {
            return 1e-5;
        }
    }

    /** alpha = 2: 2 at the threshold, 2 - 4*0.25 = 1 half way, 0 from 1/2 on. */
    @Test
    void triangleHasHeightAlphaAndHalfWidthOneOverAlpha() {
        SurrogateGradient triangle = new Triangle(new Triangle.Config(2));
        assertThat(triangle.derivative(0)).isEqualTo(2);
        assertThat(triangle.derivative(-0.25)).isEqualTo(1);
        assertThat(triangle.derivative(0.5)).isZero();
        assertThat(triangle.derivative(-0.6)).isZero();
    }

    /** gamma = 2: (2 - |u|)/4. */
    @Test
    void triangleGammaIsTheTriangleOfTheInverse() {
        SurrogateGradient gamma = new TriangleGamma(new TriangleGamma.Config(2));
        SurrogateGradient alpha = new Triangle(new Triangle.Config(0.5));
        for (double u = -2.5; u <= 2.5; u += 0.1) {
            assertThat(gamma.derivative(u)).isEqualTo(Math.max(0, 2 - Math.abs(u)) / 4, within(EXACT));
            assertThat(gamma.derivative(u)).isEqualTo(alpha.derivative(u), within(EXACT));
        }
    }

    @Test
    void rectangleExcludesItsEdges() {
        SurrogateGradient rectangle = new Rectangle(new Rectangle.Config(1, 3));
        double[] u = {0.5, -0.5, Math.nextDown(0.5), 0, 0.7};
        double[] out = new double[u.length];
        rectangle.derivatives(u, out, u.length);
        assertThat(out).containsExactly(0, 0, 3, 3, 0);
        float[] narrow = {0.5f, Math.nextDown(0.5f), -0.1f};
        rectangle.derivatives(narrow, narrow, narrow.length);
        assertThat(narrow).containsExactly(0, 3, 3);
    }

    /** alpha = 2: 1/(1 + pi^2 u^2). */
    @Test
    void arctanHasHeightHalfAlpha() {
        SurrogateGradient arctan = new ArcTan(new ArcTan.Config(2));
        assertThat(arctan.derivative(0)).isEqualTo(1);
        assertThat(arctan.derivative(1)).isEqualTo(1 / (1 + Math.PI * Math.PI), within(EXACT));
    }

    @Test
    void sigmoidHasHeightAQuarterAlpha() {
        assertThat(new Sigmoid(new Sigmoid.Config(4)).derivative(0)).isEqualTo(1);
    }

    @Test
    void primitivesOfSpikesRiseFromZeroToOne() {
        Map<String, SurrogateGradient> all = all();
        for (String name : new String[] {"triangle", "triangle-gamma", "piecewise-quadratic", "rectangle", "sigmoid", "erf"}) {
            assertThat(all.get(name).primitive(-30)).as(name).isEqualTo(0, within(1e-12));
            assertThat(all.get(name).primitive(30)).as(name).isEqualTo(1, within(1e-12));
        }
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new Triangle.Config(0)).hasMessage("alpha is 0.0, must be greater than 0.0");
        assertThatThrownBy(() -> new QPseudoSpike.Config(1)).hasMessageContaining("alpha is 1.0");
        assertThatThrownBy(() -> new SquareWaveFourier.Config(0, 8)).hasMessageContaining("terms is 0");
    }
}
