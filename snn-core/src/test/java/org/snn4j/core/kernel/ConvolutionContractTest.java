package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;

/** Every way to compute a convolution against ND4J's operation in double precision, over random shapes, windows and densities. */
class ConvolutionContractTest {
    private static final int RANDOM_CASES = 12;
    /** Greatest error allowed, relative to the root mean square of the result. */
    private static final double TOLERANCE = 1e-4;
    /** The same for tiles of a network's real maps, whose sums are longer; up to 1.3e-4 was seen. */
    private static final double TILES_TOLERANCE = 3e-4;

    private record Case(
            int rows, int height, int width, int in, int out, Window window, double density, boolean bias) {}

    /** Input, weights, bias (may be null) and gradient of the output. */
    private record Data(INDArray x, INDArray w, INDArray b, INDArray g, Window window) {
        static Data of(Case c) {
            RandomGenerator random = new Seeds(5).stream("convolution values");
            Window window = c.window();
            return new Data(
                    values(random, c.density(), c.rows(), c.height(), c.width(), c.in()),
                    values(random, 1, c.out(), c.in(), window.size(), window.size()),
                    c.bias() ? values(random, 1, c.out()) : null,
                    values(random, 1, c.rows(), window.output(c.height()), window.output(c.width()), c.out()),
                    window);
        }

        Data castTo(DataType type) {
            return new Data(x.castTo(type), w.castTo(type), b == null ? null : b.castTo(type), g.castTo(type), window);
        }
    }

    static List<Arguments> cases() {
        List<Case> cases = new ArrayList<>(List.of(
                new Case(1, 1, 1, 16, 16, new Window(3, 1, 1), 1, true),
                new Case(1, 6, 6, 64, 80, new Window(3, 1, 1), 0.1, false),
                new Case(5, 4, 4, 16, 128, new Window(3, 1, 1), 0, true),
                new Case(11, 13, 9, 17, 35, new Window(3, 1, 0), 1, true),
                new Case(3, 5, 18, 33, 19, new Window(3, 1, 2), 0.4, false),
                new Case(40, 13, 17, 17, 35, new Window(3, 1, 1), 0.5, true),
                new Case(7, 5, 9, 130, 140, new Window(3, 1, 1), 0.5, true),
                new Case(3, 6, 7, 310, 270, new Window(3, 1, 1), 0.3, true),
                new Case(2, 4, 4, 350, 345, new Window(3, 1, 1), 1, false)));
        RandomGenerator random = new Seeds(3).stream("convolution cases");
        for (int i = 0; i < RANDOM_CASES; i++) {
            int size = i % 3 == 0 ? 1 + random.nextInt(5) : 3;
            Window window = new Window(size, i % 4 == 0 ? 1 + random.nextInt(3) : 1, random.nextInt(Math.min(size, 3)));
            double density = List.of(0.0, 0.03, 0.2, 0.6, 1.0).get(random.nextInt(5));
            cases.add(new Case(
                    1 + random.nextInt(12),
                    size + random.nextInt(14),
                    size + random.nextInt(14),
                    1 + random.nextInt(70),
                    1 + random.nextInt(140),
                    window,
                    density,
                    random.nextBoolean()));
        }
        return cases.stream().map(Arguments::of).toList();
    }

    /**
     * Work that is cut for threads: tiles in bands, in groups of frames with weights that are transformed as a whole and by rows of planes, tiles of 4, sparse
     * weights in slices and their gradients in many parts and in two, a stride, products of matrices in groups of frames.
     */
    static List<Case> cutCases() {
        return List.of(
                new Case(20, 24, 24, 64, 64, new Window(3, 1, 1), 0.1, true),
                new Case(21, 24, 24, 128, 256, new Window(3, 1, 1), 0.05, true),
                new Case(40, 12, 12, 288, 256, new Window(3, 1, 1), 0.05, false),
                new Case(50, 8, 8, 352, 352, new Window(3, 1, 1), 0.05, false),
                new Case(4, 8, 8, 512, 512, new Window(3, 1, 1), 0.02, false),
                new Case(9, 17, 13, 20, 36, new Window(5, 2, 2), 0.3, true),
                new Case(20, 25, 25, 64, 80, new Window(5, 1, 2), 1, true));
    }

    @ParameterizedTest
    @MethodSource("cutCases")
    void numberOfThreadsDoesNotChangeABit(Case c) throws Exception {
        Data data = Data.of(c);
        for (ConvolutionPath path : ConvolutionPath.values()) {
            Kernels kernels = implementations(path).get(implementations(path).size() - 1);
            INDArray[] one = inPool(1, kernels, data);
            for (int threads : new int[] {2, 3, 4}) {
                INDArray[] actual = inPool(threads, kernels, data);
                for (int i = 0; i < one.length; i++) {
                    assertThat(Arrays.mismatch(
                                    actual[i].data().asFloat(), one[i].data().asFloat()))
                            .as("first difference of array " + i + ", " + path + ", " + threads + " threads")
                            .isEqualTo(-1);
                }
            }
        }
    }

    private static INDArray[] inPool(int threads, Kernels kernels, Data data) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> results(kernels, data)).get();
        } finally {
            pool.shutdown();
        }
    }

    static List<Case> realCases() {
        return List.of(
                new Case(1, 48, 48, 64, 128, new Window(3, 1, 1), 0.1, false),
                new Case(2, 24, 24, 128, 256, new Window(3, 1, 1), 0.1, false),
                new Case(2, 12, 12, 256, 512, new Window(3, 1, 1), 0.1, false),
                new Case(4, 6, 6, 512, 512, new Window(3, 1, 1), 0.1, false));
    }

    @ParameterizedTest
    @MethodSource("realCases")
    void tilesOfRealShapesStayCloseToDoublePrecision(Case c) {
        assumeTrue(VectorApi.present(), "Java was started without --add-modules " + VectorApi.MODULE);
        Set<String> used = new HashSet<>();
        Kernels tiles = new PlainKernels(
                VectorApi.rowSums().orElseThrow(),
                VectorApi.winogradLoops(),
                ConvolutionPath.WINOGRAD,
                (operation, kernel, density) -> used.add(kernel));
        Data data = Data.of(c);
        INDArray[] actual = results(tiles, data);
        INDArray[] expected = results(new Nd4jKernels(), data.castTo(DataType.DOUBLE));
        for (int i = 0; i < actual.length; i++) {
            assertClose(actual[i], expected[i], TILES_TOLERANCE, "array " + i);
        }
        assertThat(used).containsExactly(Convolutions.WINOGRAD);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyPathOfEveryImplementationGivesTheSameNumbers(Case c) {
        Data data = Data.of(c);
        INDArray[] expected = results(new Nd4jKernels(), data.castTo(DataType.DOUBLE));
        for (ConvolutionPath path : ConvolutionPath.values()) {
            for (Kernels kernels : implementations(path)) {
                INDArray[] actual = results(kernels, data);
                for (int i = 0; i < actual.length; i++) {
                    assertClose(actual[i], expected[i], TOLERANCE, kernels.name() + ", " + path + ", array " + i);
                }
            }
        }
    }

    private static List<Kernels> implementations(ConvolutionPath path) {
        List<Kernels> kernels = new ArrayList<>();
        kernels.add(new PlainKernels(new JavaRowSums(), Optional.empty(), path, KernelListener.NONE));
        VectorApi.rowSums()
                .ifPresent(sums ->
                        kernels.add(new PlainKernels(sums, VectorApi.winogradLoops(), path, KernelListener.NONE)));
        return kernels;
    }

    /** Output, input gradient, weight gradient with it and alone and, with a bias, its gradient. */
    private static INDArray[] results(Kernels kernels, Data data) {
        INDArray y = data.g.ulike().assign(Double.NaN);
        INDArray dx = data.x.ulike().assign(Double.NaN);
        INDArray dw = data.w.ulike().assign(Double.NaN);
        INDArray alone = dw.dup();
        INDArray db = data.b == null ? null : data.b.ulike().assign(Double.NaN);
        kernels.convolution(data.x, data.w, data.b, data.window, y);
        kernels.convolutionBackward(data.x, data.w, data.g, data.window, dx, dw, db);
        kernels.convolutionBackward(data.x, data.w, data.g, data.window, null, alone, db);
        return db == null ? new INDArray[] {y, dx, dw, alone} : new INDArray[] {y, dx, dw, alone, db};
    }

    @ParameterizedTest
    @EnumSource(ConvolutionPath.class)
    void aBatchWithoutRowsHasNoOutputAndNoGradient(ConvolutionPath path) {
        Window window = new Window(3, 1, 1);
        INDArray none = Nd4j.create(DataType.FLOAT, 0, 4, 4, 16);
        INDArray weight = Nd4j.ones(DataType.FLOAT, 16, 16, 3, 3);
        for (Kernels kernels : implementations(path)) {
            INDArray weightGradient = Nd4j.ones(DataType.FLOAT, 16, 16, 3, 3);
            INDArray biasGradient = Nd4j.ones(DataType.FLOAT, 16);
            kernels.convolution(none, weight, null, window, Nd4j.create(DataType.FLOAT, 0, 4, 4, 16));
            kernels.convolutionBackward(none, weight, none, window, none.dup(), weightGradient, biasGradient);
            assertThat(weightGradient.amaxNumber().doubleValue()).isZero();
            assertThat(biasGradient.amaxNumber().doubleValue()).isZero();
        }
    }

    private static void assertClose(INDArray actual, INDArray expected, double tolerance, String what) {
        double scale = expected.norm2Number().doubleValue() / Math.sqrt(expected.length());
        INDArray difference = actual.castTo(DataType.DOUBLE).sub(expected);
        assertThat(difference.normmaxNumber().doubleValue()).as(what).isLessThanOrEqualTo(tolerance * scale);
    }

    private static INDArray values(RandomGenerator random, double density, long... shape) {
        float[] values = new float[(int) Nd4j.createUninitialized(shape).length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < density ? (float) random.nextGaussian() : 0;
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
