package org.snn4j.core.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.core.inject.Registered;

/** The contract for every registered surrogate, and hand-computed values. */
class SurrogateGradientTest {
    private static final double EXACT = 1e-15;

    private static final Map<String, SurrogateGradient> ALL = Registered.fromDefaults(SurrogateGradient.class);

    @TestFactory
    Stream<DynamicTest> everyRegisteredSurrogateHoldsTheContract() {
        return ALL.entrySet().stream().flatMap(e -> {
            SurrogateContract contract = e.getKey().equals("s2nn") ? new S2nnTest() : e::getValue;
            return Stream.of(
                    dynamicTest(e.getKey() + " derivative", contract::derivativeIsThatOfThePrimitive),
                    dynamicTest(e.getKey() + " loops", contract::loopsGiveTheSameAsSingleValues),
                    dynamicTest(e.getKey() + " in place", contract::loopsMayWriteWhereTheyReadAndStopAtTheLength),
                    dynamicTest(e.getKey() + " far", contract::derivativeIsFiniteFarFromTheThreshold));
        });
    }

    static Stream<SurrogateContract> otherParameters() {
        return Stream.of(
                () -> new Triangle(new Triangle.Config(0.5)),
                () -> new TriangleGamma(new TriangleGamma.Config(2)),
                () -> new Rectangle(new Rectangle.Config(2, 0.3)),
                () -> new LeakyKRelu(new LeakyKRelu.Config(0.1, 1.5)),
                () -> new LogTailedRelu(new LogTailedRelu.Config(0.2)),
                () -> new SquareWaveFourier(new SquareWaveFourier.Config(3, 5)),
                () -> new QPseudoSpike(new QPseudoSpike.Config(3.5)));
    }

    @ParameterizedTest
    @MethodSource("otherParameters")
    void derivativeIsThatOfThePrimitiveForOtherParametersToo(SurrogateContract contract) {
        contract.derivativeIsThatOfThePrimitive();
        contract.loopsGiveTheSameAsSingleValues();
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
    void sigmoidInSinglePrecisionHasFiveDigits() {
        SurrogateGradient sigmoid = new Sigmoid(new Sigmoid.Config(4));
        float[] u = new float[1401];
        float[] out = new float[u.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = (i - 700) * 0.01f;
        }
        sigmoid.derivatives(u, out, u.length);
        for (int i = 0; i < u.length; i++) {
            double expected = sigmoid.derivative(u[i]);
            assertThat((double) out[i]).as("u = " + u[i]).isEqualTo(expected, within(1e-5 * expected));
        }
    }

    @Test
    void primitivesOfSpikesRiseFromZeroToOne() {
        for (String name :
                new String[] {"triangle", "triangle-gamma", "piecewise-quadratic", "rectangle", "sigmoid", "erf"}) {
            assertThat(ALL.get(name).primitive(-30)).as(name).isEqualTo(0, within(1e-12));
            assertThat(ALL.get(name).primitive(30)).as(name).isEqualTo(1, within(1e-12));
        }
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new Triangle.Config(0)).hasMessage("alpha is 0.0, must be greater than 0.0");
        assertThatThrownBy(() -> new QPseudoSpike.Config(1)).hasMessageContaining("alpha is 1.0");
        assertThatThrownBy(() -> new SquareWaveFourier.Config(0, 8)).hasMessageContaining("terms is 0");
    }
}
