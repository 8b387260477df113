package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.TimeFold;
import org.snn4j.core.Views;
import org.snn4j.core.neuron.DecayLif;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.IfNeuron;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Plif;
import org.snn4j.core.neuron.SoftReset;
import org.snn4j.core.surrogate.ArcTan;
import org.snn4j.core.surrogate.Triangle;

/** The plain kernels against the ND4J ones: same numbers up to single-precision rounding. */
class KernelContractTest {
    private static final double TOLERANCE = 2e-5;

    private final RandomGenerator random = new Seeds(7).stream("kernel test");
    private final Kernels nd4j = new Nd4jKernels();
    private final Kernels plain = new PlainKernels();

    private INDArray uniform(double share, long... shape) {
        float[] values = new float[(int) Nd4j.createUninitialized(shape).length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < share ? 2 * random.nextFloat() - 1 : 0;
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }

    private static void assertClose(INDArray actual, INDArray expected, String what) {
        double scale = Math.max(1, expected.norm2Number().doubleValue() / Math.sqrt(expected.length()));
        assertThat(actual.sub(expected).normmaxNumber().doubleValue()).as(what).isLessThan(TOLERANCE * scale * 10);
    }

    static Stream<Arguments> windows() {
        return Stream.of(
                Arguments.of(9, 7, 2, 5, new Window(3, 1, 1), false),
                Arguments.of(9, 7, 2, 5, new Window(3, 1, 1), true),
                Arguments.of(8, 8, 3, 4, new Window(3, 2, 1), true),
                Arguments.of(11, 6, 1, 1, new Window(5, 1, 0), true),
                Arguments.of(5, 5, 4, 3, new Window(1, 2, 0), false));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void firstConvolutionAgrees(int height, int width, int in, int out, Window window, boolean bias) {
        INDArray x = uniform(0.3, 5, height, width, in);
        INDArray w = uniform(1, out, in, window.size(), window.size());
        INDArray b = bias ? uniform(1, out) : null;
        INDArray expected = Nd4j.create(5, window.output(height), window.output(width), out);
        INDArray actual = expected.ulike();
        nd4j.convolution(x, w, b, window, expected);
        plain.convolution(x, w, b, window, actual);
        assertClose(actual, expected, "convolution");

        INDArray g = uniform(1, expected.shape());
        INDArray dw = w.ulike();
        INDArray expectedDw = w.ulike();
        INDArray db = bias ? b.ulike() : null;
        INDArray expectedDb = bias ? b.ulike() : null;
        nd4j.convolutionBackward(x, w, g, window, null, expectedDw, expectedDb);
        plain.convolutionBackward(x, w, g, window, null, dw, db);
        assertClose(dw, expectedDw, "weight gradient");
        if (bias) {
            assertClose(db, expectedDb, "bias gradient");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deepConvolutionInPartsAgrees(boolean bias) {
        INDArray x = uniform(0.3, 43, 16, 15, 24);
        INDArray w = uniform(1, 40, 24, 3, 3);
        INDArray b = bias ? uniform(1, 40) : null;
        Window window = new Window(3, 1, 1);
        INDArray g = uniform(1, 43, 16, 15, 40);
        INDArray[] expected = {g.ulike(), x.ulike(), w.ulike(), bias ? b.ulike() : null};
        INDArray[] actual = {g.ulike(), x.ulike(), w.ulike(), bias ? b.ulike() : null};
        nd4j.convolution(x, w, b, window, expected[0]);
        nd4j.convolutionBackward(x, w, g, window, expected[1], expected[2], expected[3]);
        plain.convolution(x, w, b, window, actual[0]);
        plain.convolutionBackward(x, w, g, window, actual[1], actual[2], actual[3]);
        for (int i = 0; i < (bias ? 4 : 3); i++) {
            assertClose(actual[i], expected[i], "array " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 128})
    void denseLayerInPartsAgrees(int outputs) {
        INDArray x = uniform(0.3, 83, 8192);
        INDArray w = uniform(1, outputs, 8192);
        INDArray b = uniform(1, outputs);
        INDArray g = uniform(1, 83, outputs);
        INDArray[] expected = {g.ulike(), x.ulike(), w.ulike(), b.ulike()};
        INDArray[] actual = {g.ulike(), x.ulike(), w.ulike(), b.ulike()};
        nd4j.dense(x, w, b, expected[0]);
        nd4j.denseBackward(x, w, g, expected[1], expected[2], expected[3]);
        plain.dense(x, w, b, actual[0]);
        plain.denseBackward(x, w, g, actual[1], actual[2], actual[3]);
        for (int i = 0; i < 4; i++) {
            assertClose(actual[i], expected[i], "array " + i);
        }
    }

    @Test
    void partsOfLongerArraysAreReadAndWrittenInPlace() {
        INDArray x = uniform(0.3, 7, 6, 6, 2);
        INDArray w = uniform(1, 3, 2, 3, 3);
        Window window = new Window(3, 1, 1);
        INDArray whole = Nd4j.create(7, 6, 6, 3);
        plain.convolution(x, w, null, window, whole);
        INDArray parts = Nd4j.create(7, 6, 6, 3);
        plain.convolution(Views.rows(x, 0, 3), w, null, window, Views.rows(parts, 0, 3));
        plain.convolution(Views.rows(x, 3, 7), w, null, window, Views.rows(parts, 3, 7));
        assertThat(parts).isEqualTo(whole);
        assertThat(whole.normmaxNumber().doubleValue()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("pools")
    void poolingAgrees(int height, int width, int poolHeight, int poolWidth) {
        INDArray x = uniform(0.5, 3, height, width, 5);
        INDArray expected = Nd4j.create(3, height / poolHeight, width / poolWidth, 5);
        INDArray actual = expected.ulike();
        nd4j.averagePool(x, poolHeight, poolWidth, expected);
        plain.averagePool(x, poolHeight, poolWidth, actual);
        assertClose(actual, expected, "pooling");
        INDArray g = uniform(1, expected.shape());
        INDArray dx = x.ulike();
        INDArray expectedDx = x.ulike();
        nd4j.averagePoolBackward(g, poolHeight, poolWidth, expectedDx);
        plain.averagePoolBackward(g, poolHeight, poolWidth, dx);
        assertClose(dx, expectedDx, "pooling gradient");
    }

    static Stream<Arguments> pools() {
        return Stream.of(Arguments.of(4, 6, 2, 2), Arguments.of(5, 7, 2, 2), Arguments.of(3, 4, 3, 4));
    }

    @Test
    void momentsAndSumsAgreeForEveryGrouping() {
        INDArray x = uniform(1, 12, 5, 3, 7);
        INDArray dz = uniform(1, 12, 5, 3, 7);
        for (int groups : new int[] {1, 2, 6}) {
            Moments expected = nd4j.moments(x, groups);
            Moments actual = plain.moments(x, groups);
            assertThat(actual.count()).isEqualTo(expected.count());
            ChannelSums sums = nd4j.sums(dz, x, groups);
            for (int g = 0; g < groups; g++) {
                assertThat(actual.mean()[g]).containsExactly(expected.mean()[g], Offset.offset(TOLERANCE));
                assertThat(actual.variance()[g]).containsExactly(expected.variance()[g], Offset.offset(TOLERANCE));
            }
            INDArray one = dz.dup();
            INDArray two = dz.dup();
            nd4j.combinei(one, x, sums.gradient(), sums.product(), expected.mean());
            plain.combinei(two, x, sums.gradient(), sums.product(), expected.mean());
            assertClose(two, one, "combination");
        }
    }

    @Test
    void varianceSurvivesAMeanAThousandTimesTheDeviation() {
        float[] values = new float[2 * 40 * 40 * 3];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (100 + 0.1 * random.nextGaussian());
            sum += values[i];
        }
        double mean = sum / values.length;
        double variance = 0;
        for (float value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        Moments moments = plain.moments(Nd4j.createFromArray(values).reshape(2, values.length / 2, 1), 1);
        assertThat(moments.mean()[0][0]).isCloseTo(mean, Percentage.withPercentage(1e-6));
        assertThat(moments.variance()[0][0]).isCloseTo(variance, Percentage.withPercentage(0.01));
    }

    static Stream<Arguments> models() {
        Triangle triangle = new Triangle(new Triangle.Config(2.0));
        ArcTan arctan = new ArcTan(ArcTan.Config.DEFAULTS);
        return Stream.of(
                Arguments.of(new NeuronModel(
                        new Lif(Lif.Config.DEFAULTS),
                        new Firing(0.5, false),
                        new HardReset(HardReset.Config.DEFAULTS),
                        triangle)),
                Arguments.of(new NeuronModel(
                        new DecayLif(DecayLif.Config.DEFAULTS),
                        new Firing(1, false),
                        new HardReset(new HardReset.Config(-0.25, false)),
                        triangle)),
                Arguments.of(new NeuronModel(
                        new IfNeuron(), new Firing(0.75, true), new SoftReset(new SoftReset.Config(false)), arctan)),
                Arguments.of(new NeuronModel(
                        new Plif(Plif.Config.DEFAULTS),
                        new Firing(0.5, true),
                        new SoftReset(new SoftReset.Config(true)),
                        arctan)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void neuronsAgreeWithAndWithoutNormalisationAndTaps(NeuronModel model) {
        TimeFold fold = new TimeFold(List.of(org.snn4j.core.Stream.SOURCE, org.snn4j.core.Stream.TARGET), 4, 3);
        INDArray y = uniform(1, fold.rows(), 9, 11, 6).muli(3);
        Parameters parameters = parameters(model);
        for (int groups : new int[] {0, 2, 8}) {
            for (boolean taps : new boolean[] {false, true}) {
                check(model, new NeuronInput(y, affine(groups, 6), parameters, fold), taps);
            }
        }
    }

    private Parameters parameters(NeuronModel model) {
        Map<String, INDArray> values = new LinkedHashMap<>();
        model.neuron().parameters().forEach(spec -> {
            INDArray value = Nd4j.create(spec.shape());
            value.assign(spec.start().draw(random));
            values.put(spec.name(), value);
        });
        return new Parameters(values);
    }

    private Affine affine(int groups, int channels) {
        if (groups == 0) {
            return null;
        }
        double[][] scale = new double[groups][channels];
        double[][] shift = new double[groups][channels];
        for (int g = 0; g < groups; g++) {
            for (int c = 0; c < channels; c++) {
                scale[g][c] = 0.5 + random.nextDouble();
                shift[g][c] = random.nextDouble() - 0.3;
            }
        }
        return new Affine(scale, shift);
    }

    private void check(NeuronModel model, NeuronInput input, boolean taps) {
        NeuronOutput expected = output(input, taps);
        NeuronOutput actual = output(input, taps);
        double[] expectedCount = nd4j.neurons(model, input, expected);
        double[] count = plain.neurons(model, input, actual);
        assertThat(count).containsExactly(expectedCount);
        assertThat(actual.spikes()).isEqualTo(expected.spikes());
        if (taps) {
            assertClose(actual.beforeReset(), expected.beforeReset(), "potential before the reset");
            assertClose(actual.afterReset(), expected.afterReset(), "potential after the reset");
        }
        long[] shape = input.current().shape();
        NeuronOutput gradients =
                NeuronOutput.of(uniform(1, shape), taps ? uniform(1, shape) : null, taps ? uniform(1, shape) : null);
        INDArray expectedDz = input.current().ulike();
        INDArray dz = input.current().ulike();
        NeuronGradient expectedGradient = nd4j.neuronsBackward(model, input, gradients, expectedDz);
        NeuronGradient gradient = plain.neuronsBackward(model, input, gradients, dz);
        assertClose(dz, expectedDz, "input gradient");
        assertSameInPlace(model, input, gradients, dz);
        assertThat(gradient.parameters().keySet())
                .isEqualTo(expectedGradient.parameters().keySet());
        expectedGradient.parameters().forEach((name, g) -> assertThat(
                        gradient.parameters().get(name).getDouble(0))
                .as(name)
                .isCloseTo(g.getDouble(0), Percentage.withPercentage(0.1)));
        if (input.affine() != null) {
            assertSums(gradient.sums(), expectedGradient.sums());
        }
    }

    private void assertSameInPlace(NeuronModel model, NeuronInput input, NeuronOutput gradients, INDArray expected) {
        INDArray both = gradients.spikes().dup('c');
        NeuronOutput upstream = NeuronOutput.of(both, gradients.beforeReset(), gradients.afterReset());
        plain.neuronsBackward(model, input, upstream, both);
        assertThat(both).as("input gradient in place").isEqualTo(expected);
    }

    private static void assertSums(ChannelSums actual, ChannelSums expected) {
        for (int g = 0; g < expected.gradient().length; g++) {
            assertThat(actual.gradient()[g]).containsExactly(expected.gradient()[g], Offset.offset(2e-3));
            assertThat(actual.product()[g]).containsExactly(expected.product()[g], Offset.offset(2e-3));
        }
    }

    private static NeuronOutput output(NeuronInput input, boolean taps) {
        INDArray like = input.current();
        return NeuronOutput.of(like.ulike(), taps ? like.ulike() : null, taps ? like.ulike() : null);
    }
}
