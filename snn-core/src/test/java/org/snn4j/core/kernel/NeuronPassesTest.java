package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.TimeFold;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.IfNeuron;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.Neuron;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Plif;
import org.snn4j.core.neuron.Reset;
import org.snn4j.core.neuron.SoftReset;
import org.snn4j.core.surrogate.SurrogateGradient;
import org.snn4j.core.surrogate.Triangle;

/** Passes over neurons and channels at the ends of their shapes: vectors, plain loops and ND4J side by side. */
class NeuronPassesTest {
    private static final Kernels PLAIN = new PlainKernels(new JavaRowSums(), Optional.empty());
    private static final NeuronModel LIF =
            model(new Lif(Lif.Config.DEFAULTS), new HardReset(HardReset.Config.DEFAULTS));

    private final RandomGenerator random = new Seeds(11).stream("neuron passes");
    private final Kernels nd4j = new Nd4jKernels();

    /** Everything that a forward and a backward pass give. */
    private record Result(Map<String, INDArray> arrays, double[] spikes, ChannelSums sums) {}

    private static NeuronModel model(Neuron neuron, Reset reset) {
        return new NeuronModel(neuron, new Firing(0.5, false), reset, new Triangle(new Triangle.Config(2)));
    }

    private static Kernels vectors() {
        assumeTrue(VectorApi.present(), "Java was started without --add-modules " + VectorApi.MODULE);
        return new PlainKernels();
    }

    private INDArray uniform(long... shape) {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = 4 * random.nextFloat() - 1.5f;
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }

    private double[][] coefficients(int groups, int channels) {
        double[][] values = new double[groups][channels];
        for (double[] row : values) {
            Arrays.setAll(row, c -> 0.5 + random.nextDouble());
        }
        return values;
    }

    private NeuronInput input(NeuronModel model, TimeFold fold, int groups, int... pixelShape) {
        long[] shape = {fold.rows(), pixelShape[0], pixelShape[1], pixelShape[2]};
        Affine affine = groups == 0
                ? null
                : new Affine(coefficients(groups, pixelShape[2]), coefficients(groups, pixelShape[2]));
        Map<String, INDArray> parameters = new LinkedHashMap<>();
        model.neuron().parameters().forEach(spec -> parameters.put(spec.name(), Nd4j.createFromArray(0.3f)));
        return new NeuronInput(uniform(shape), affine, new Parameters(parameters), fold);
    }

    private NeuronOutput gradients(NeuronInput input, boolean taps) {
        long[] shape = input.current().shape();
        return NeuronOutput.of(uniform(shape), taps ? uniform(shape) : null, taps ? uniform(shape) : null);
    }

    private static Result run(Kernels kernels, NeuronModel model, NeuronInput input, NeuronOutput gradients) {
        INDArray like = input.current();
        boolean taps = gradients.beforeReset() != null;
        NeuronOutput output = NeuronOutput.of(like.ulike(), taps ? like.ulike() : null, taps ? like.ulike() : null);
        INDArray dz = like.ulike();
        double[] spikes = kernels.neurons(model, input, output);
        NeuronGradient gradient = kernels.neuronsBackward(model, input, gradients, dz);
        Map<String, INDArray> arrays = new LinkedHashMap<>(gradient.parameters());
        arrays.put("spikes", output.spikes());
        arrays.put("dz", dz);
        if (taps) {
            arrays.put("before", output.beforeReset());
            arrays.put("after", output.afterReset());
        }
        return new Result(arrays, spikes, gradient.sums());
    }

    private static void assertSameBits(Result actual, Result expected) {
        expected.arrays()
                .forEach((name, array) -> assertSameBits(actual.arrays().get(name), array, name));
        assertThat(actual.spikes()).containsExactly(expected.spikes());
        if (expected.sums() != null) {
            assertThat(actual.sums().gradient()).isDeepEqualTo(expected.sums().gradient());
            assertThat(actual.sums().product()).isDeepEqualTo(expected.sums().product());
        }
    }

    private static void assertSameBits(INDArray actual, INDArray expected, String what) {
        float[] values = expected.dup('c').data().asFloat();
        assertThat(Arrays.mismatch(actual.dup('c').data().asFloat(), values))
                .as("first difference of " + what)
                .isEqualTo(-1);
    }

    private static void assertClose(Result actual, Result expected) {
        expected.arrays().forEach((name, array) -> assertThat(
                        actual.arrays().get(name).sub(array).normmaxNumber().doubleValue())
                .as(name)
                .isLessThan(1e-4 * Math.max(1, array.normmaxNumber().doubleValue())));
        assertThat(actual.spikes()).containsExactly(expected.spikes());
        if (expected.sums() != null) {
            assertClose(actual.sums().gradient(), expected.sums().gradient());
            assertClose(actual.sums().product(), expected.sums().product());
        }
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        for (int g = 0; g < expected.length; g++) {
            double largest = Arrays.stream(expected[g]).map(Math::abs).max().orElseThrow();
            assertThat(actual[g]).containsExactly(expected[g], Offset.offset(1e-5 * Math.max(10, largest)));
        }
    }

    /** One step, one sample; channels beside vector lengths; a row of several tasks and blocks; many steps; a channel alone; more than a tile. */
    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(1, 1, new int[] {5, 3, 17}),
                Arguments.of(3, 2, new int[] {4, 4, 1}),
                Arguments.of(2, 1, new int[] {7, 5, 48}),
                Arguments.of(2, 1, new int[] {60, 53, 21}),
                Arguments.of(33, 1, new int[] {3, 3, 16}),
                Arguments.of(2, 3, new int[] {1, 1, 1030}));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void allKernelsAgree(int steps, int samples, int[] shape) {
        List<org.snn4j.core.Stream> streams = List.of(org.snn4j.core.Stream.SOURCE, org.snn4j.core.Stream.TARGET)
                .subList(0, samples == 1 ? 1 : 2);
        TimeFold fold = new TimeFold(streams, steps, samples);
        for (NeuronModel model : models()) {
            for (int groups : new int[] {0, streams.size(), streams.size() * steps}) {
                NeuronInput input = input(model, fold, groups, shape);
                NeuronOutput gradients = gradients(input, groups != streams.size());
                Result plain = run(PLAIN, model, input, gradients);
                assertClose(plain, run(nd4j, model, input, gradients));
                if (VectorApi.present()) {
                    assertSameBits(run(vectors(), model, input, gradients), plain);
                }
            }
        }
    }

    private static List<NeuronModel> models() {
        List<NeuronModel> models = new ArrayList<>();
        for (boolean detached : new boolean[] {false, true}) {
            models.add(model(new Plif(Plif.Config.DEFAULTS), new HardReset(new HardReset.Config(-0.25, detached))));
            models.add(model(new IfNeuron(), new SoftReset(new SoftReset.Config(detached))));
        }
        models.add(LIF);
        return models;
    }

    /** Where a spike's gradient is dropped unless it is read in time. */
    @Test
    void inputGradientMayTakeThePlaceOfTheSpikeGradient() {
        NeuronInput input = input(LIF, new TimeFold(List.of(org.snn4j.core.Stream.TARGET), 6, 2), 1, 21, 20, 22);
        for (Kernels kernels : VectorApi.present() ? List.of(PLAIN, vectors()) : List.of(PLAIN)) {
            NeuronOutput gradients = gradients(input, false);
            INDArray apart = input.current().ulike();
            NeuronGradient expected = kernels.neuronsBackward(LIF, input, gradients, apart);
            NeuronGradient actual = kernels.neuronsBackward(LIF, input, gradients, gradients.spikes());
            assertSameBits(gradients.spikes(), apart, "input gradient");
            assertThat(actual.sums().product()).isDeepEqualTo(expected.sums().product());
        }
    }

    @Test
    void inclusiveThresholdIsReachedByEquality() {
        TimeFold fold = new TimeFold(List.of(org.snn4j.core.Stream.TARGET), 1, 1);
        INDArray y = Nd4j.valueArrayOf(new long[] {1, 3, 3, 19}, 0.5f);
        NeuronInput input = new NeuronInput(y, null, new Parameters(Map.of()), fold);
        for (boolean inclusive : new boolean[] {false, true}) {
            NeuronModel model = new NeuronModel(
                    new IfNeuron(),
                    new Firing(0.5, inclusive),
                    new HardReset(new HardReset.Config(0, false)),
                    new Triangle(new Triangle.Config(2)));
            for (Kernels kernels : VectorApi.present() ? List.of(PLAIN, vectors()) : List.of(PLAIN)) {
                INDArray spikes = y.ulike();
                double[] count = kernels.neurons(model, input, NeuronOutput.of(spikes, null, null));
                assertThat(count).containsExactly(inclusive ? y.length() : 0);
                assertThat(spikes.sumNumber().doubleValue()).isEqualTo(count[0]);
            }
        }
    }

    @Test
    void extremeCurrentsFireAlwaysOrNever() {
        TimeFold fold = new TimeFold(List.of(org.snn4j.core.Stream.TARGET), 5, 2);
        for (float current : new float[] {-100, 100}) {
            INDArray y = Nd4j.valueArrayOf(new long[] {10, 6, 7, 5}, current);
            NeuronInput input = new NeuronInput(y, null, new Parameters(Map.of()), fold);
            NeuronOutput gradients = gradients(input, true);
            Result plain = run(PLAIN, LIF, input, gradients);
            assertThat(plain.spikes()).containsExactly(current > 0 ? y.length() : 0);
            assertClose(plain, run(nd4j, LIF, input, gradients));
            if (VectorApi.present()) {
                assertSameBits(run(vectors(), LIF, input, gradients), plain);
            }
        }
    }

    /** A current of infinity fires once and leaves a potential that is no number; one of minus infinity never fires. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void infinitePotentialsGiveTheBitsOfPlainLoops(boolean inclusive) {
        TimeFold fold = new TimeFold(List.of(org.snn4j.core.Stream.TARGET), 2, 1);
        NeuronModel model = new NeuronModel(LIF.neuron(), new Firing(0.5, inclusive), LIF.reset(), LIF.surrogate());
        INDArray y = uniform(2, 2, 2, 19);
        for (int i = 0; i < y.length(); i += 3) {
            y.data().put(i, i % 2 == 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY);
        }
        NeuronInput input = new NeuronInput(y, null, new Parameters(Map.of()), fold);
        NeuronOutput gradients = gradients(input, true);
        Result plain = run(PLAIN, model, input, gradients);
        assertThat(plain.arrays().get("spikes").data().asFloat()).startsWith(1).hasSize(152);
        assertThat(plain.arrays().get("spikes").data().asFloat()[3]).isZero();
        assertSameBits(run(vectors(), model, input, gradients), plain);
    }

    @Test
    void whatIsNoNumberStaysVisible() {
        TimeFold fold = new TimeFold(List.of(org.snn4j.core.Stream.TARGET), 2, 1);
        INDArray y = Nd4j.valueArrayOf(new long[] {2, 2, 2, 16}, Float.NaN);
        NeuronInput input = new NeuronInput(y, null, new Parameters(Map.of()), fold);
        for (Kernels kernels : VectorApi.present() ? List.of(PLAIN, vectors()) : List.of(PLAIN)) {
            INDArray spikes = y.ulike();
            kernels.neurons(LIF, input, NeuronOutput.of(spikes, null, null));
            assertThat(spikes.getFloat(0)).isNaN();
        }
    }

    /** A surrogate of a user has no loop of its own. */
    @Test
    void surrogateWithoutALoopGivesTheSameGradient() {
        Triangle triangle = new Triangle(new Triangle.Config(2));
        SurrogateGradient own = new SurrogateGradient() {
            @Override
            public double primitive(double u) {
                return triangle.primitive(u);
            }

            @Override
            public double derivative(double u) {
                return triangle.derivative(u);
            }
        };
        NeuronInput input = input(LIF, new TimeFold(List.of(org.snn4j.core.Stream.TARGET), 3, 2), 1, 6, 7, 9);
        NeuronOutput gradients = gradients(input, false);
        NeuronModel model = new NeuronModel(LIF.neuron(), LIF.firing(), LIF.reset(), own);
        assertClose(run(new PlainKernels(), model, input, gradients), run(PLAIN, LIF, input, gradients));
    }

    @Test
    void numberOfThreadsDoesNotChangeABit() throws Exception {
        NeuronInput input = input(LIF, new TimeFold(List.of(org.snn4j.core.Stream.TARGET), 4, 3), 4, 40, 33, 32);
        NeuronOutput gradients = gradients(input, true);
        Kernels kernels = new PlainKernels();
        Result one = new ForkJoinPool(1)
                .submit(() -> run(kernels, LIF, input, gradients))
                .get();
        Moments moments = new ForkJoinPool(1)
                .submit(() -> kernels.moments(input.current(), 2))
                .get();
        for (int threads : new int[] {2, 4}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            assertSameBits(
                    pool.submit(() -> run(kernels, LIF, input, gradients)).get(), one);
            Moments again =
                    pool.submit(() -> kernels.moments(input.current(), 2)).get();
            assertThat(again.mean()).isDeepEqualTo(moments.mean());
            assertThat(again.variance()).isDeepEqualTo(moments.variance());
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void channelPassesOfAllKernelsAgree(int steps, int samples, int[] shape) {
        INDArray x = uniform(2L * steps * samples, shape[0], shape[1], shape[2]);
        INDArray dz = uniform(x.shape());
        for (int groups : new int[] {1, 2, 2 * steps}) {
            Moments expected = nd4j.moments(x, groups);
            Moments plain = PLAIN.moments(x, groups);
            double[][][] abd = new double[3][][];
            Arrays.setAll(abd, i -> coefficients(groups, shape[2]));
            INDArray combined = dz.dup();
            PLAIN.combinei(combined, x, abd[0], abd[1], abd[2]);
            INDArray wanted = dz.dup();
            nd4j.combinei(wanted, x, abd[0], abd[1], abd[2]);
            assertThat(combined.sub(wanted).normmaxNumber().doubleValue()).isLessThan(1e-5);
            for (int g = 0; g < groups; g++) {
                assertThat(plain.mean()[g]).containsExactly(expected.mean()[g], Offset.offset(1e-5));
                assertThat(plain.variance()[g]).containsExactly(expected.variance()[g], Offset.offset(1e-5));
            }
            if (VectorApi.present()) {
                Moments vectors = vectors().moments(x, groups);
                assertThat(vectors.mean()).isDeepEqualTo(plain.mean());
                assertThat(vectors.variance()).isDeepEqualTo(plain.variance());
                INDArray same = dz.dup();
                vectors().combinei(same, x, abd[0], abd[1], abd[2]);
                assertThat(same.data().asFloat())
                        .containsExactly(combined.data().asFloat());
            }
        }
    }

    /** Odd sides leave pixels that are in no window; a tall map is cut into tasks and blocks between rows of windows. */
    @ParameterizedTest
    @CsvSource({"6, 8, 16, 2", "5, 7, 48, 2", "5, 7, 3, 2", "61, 19, 64, 2", "7, 8, 17, 3", "2, 2, 4, 2"})
    void neuronsThatPoolGiveWhatNeuronsAndPoolingGive(int height, int width, int channels, int size) {
        TimeFold fold = new TimeFold(List.of(org.snn4j.core.Stream.SOURCE, org.snn4j.core.Stream.TARGET), 3, 2);
        List<Kernels> all = VectorApi.present() ? List.of(PLAIN, nd4j, vectors()) : List.of(PLAIN, nd4j);
        for (NeuronModel model : models()) {
            NeuronInput input = input(model, fold, 2, height, width, channels);
            INDArray pooled = Nd4j.create(fold.rows(), height / size, width / size, channels);
            INDArray upstream = uniform(pooled.shape());
            for (Kernels kernels : all) {
                assertPools(kernels, model, input, size, upstream);
            }
        }
    }

    private void assertPools(Kernels kernels, NeuronModel model, NeuronInput input, int size, INDArray upstream) {
        INDArray like = input.current();
        NeuronOutput apart = NeuronOutput.of(like.ulike(), like.ulike(), like.ulike());
        double[] expectedCounts = kernels.neurons(model, input, apart);
        INDArray expected = upstream.ulike();
        kernels.averagePool(apart.spikes(), size, size, expected);
        NeuronOutput together = new NeuronOutput(upstream.ulike().assign(9), size, like.ulike(), like.ulike());
        assertThat(kernels.neurons(model, input, together)).containsExactly(expectedCounts);
        assertSameBits(together.spikes(), expected, "means of " + kernels.name());
        assertSameBits(together.afterReset(), apart.afterReset(), "potential of " + kernels.name());
        INDArray before = uniform(like.shape());
        INDArray after = uniform(like.shape());
        INDArray spread = like.ulike();
        kernels.averagePoolBackward(upstream, size, size, spread);
        INDArray expectedDz = like.ulike();
        INDArray dz = like.ulike();
        NeuronGradient gradient =
                kernels.neuronsBackward(model, input, NeuronOutput.of(spread, before, after), expectedDz);
        NeuronGradient pooled =
                kernels.neuronsBackward(model, input, new NeuronOutput(upstream, size, before, after), dz);
        assertSameBits(dz, expectedDz, "gradient of " + kernels.name());
        assertClose(pooled.sums().gradient(), gradient.sums().gradient());
        assertClose(pooled.sums().product(), gradient.sums().product());
    }

    /** Odd sides leave pixels that are in no window. */
    @ParameterizedTest
    @CsvSource({"6, 8, 16, 2, 2", "5, 7, 48, 2, 2", "5, 7, 3, 2, 2", "7, 6, 16, 3, 2"})
    void poolingOfAllKernelsAgrees(int height, int width, int channels, int windowHeight, int windowWidth) {
        INDArray x = uniform(3, height, width, channels);
        INDArray gradient = uniform(3, height / windowHeight, width / windowWidth, channels);
        INDArray[] expected = {gradient.ulike(), x.ulike()};
        nd4j.averagePool(x, windowHeight, windowWidth, expected[0]);
        nd4j.averagePoolBackward(gradient, windowHeight, windowWidth, expected[1]);
        INDArray[] plain = {gradient.ulike(), x.ulike()};
        PLAIN.averagePool(x, windowHeight, windowWidth, plain[0]);
        PLAIN.averagePoolBackward(gradient, windowHeight, windowWidth, plain[1]);
        for (int i = 0; i < plain.length; i++) {
            assertThat(plain[i].sub(expected[i]).normmaxNumber().doubleValue()).isLessThan(1e-6);
        }
        if (VectorApi.present()) {
            INDArray[] vectors = {gradient.like(), x.like().assign(9)};
            vectors().averagePool(x, windowHeight, windowWidth, vectors[0]);
            vectors().averagePoolBackward(gradient, windowHeight, windowWidth, vectors[1]);
            assertSameBits(vectors[0], plain[0], "pooling");
            assertSameBits(vectors[1], plain[1], "gradient");
        }
    }
}
