package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    private record Case(
            int rows, int height, int width, int in, int out, Window window, double density, boolean bias) {}

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

    @ParameterizedTest
    @MethodSource("cases")
    void everyPathOfEveryImplementationGivesTheSameNumbers(Case c) {
        RandomGenerator random = new Seeds(5).stream("convolution values");
        INDArray x = values(random, c.density(), c.rows(), c.height(), c.width(), c.in());
        INDArray w =
                values(random, 1, c.out(), c.in(), c.window().size(), c.window().size());
        INDArray b = c.bias() ? values(random, 1, c.out()) : null;
        INDArray g = values(
                random, 1, c.rows(), c.window().output(c.height()), c.window().output(c.width()), c.out());
        INDArray[] expected = results(
                new Nd4jKernels(),
                x.castTo(DataType.DOUBLE),
                w.castTo(DataType.DOUBLE),
                b == null ? null : b.castTo(DataType.DOUBLE),
                g.castTo(DataType.DOUBLE),
                c.window());
        for (ConvolutionPath path : ConvolutionPath.values()) {
            for (Kernels kernels : implementations(path)) {
                INDArray[] actual = results(kernels, x, w, b, g, c.window());
                for (int i = 0; i < actual.length; i++) {
                    assertClose(actual[i], expected[i], kernels.name() + ", " + path + ", array " + i);
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

    /** Output, input gradient, weight gradient and, with a bias, its gradient. */
    private static INDArray[] results(Kernels kernels, INDArray x, INDArray w, INDArray b, INDArray g, Window window) {
        INDArray y = g.ulike().assign(Double.NaN);
        INDArray dx = x.ulike().assign(Double.NaN);
        INDArray dw = w.ulike().assign(Double.NaN);
        INDArray db = b == null ? null : b.ulike().assign(Double.NaN);
        kernels.convolution(x, w, b, window, y);
        kernels.convolutionBackward(x, w, g, window, dx, dw, db);
        return b == null ? new INDArray[] {y, dx, dw} : new INDArray[] {y, dx, dw, db};
    }

    private static void assertClose(INDArray actual, INDArray expected, String what) {
        double scale = expected.norm2Number().doubleValue() / Math.sqrt(expected.length());
        INDArray difference = actual.castTo(DataType.DOUBLE).sub(expected);
        assertThat(difference.normmaxNumber().doubleValue()).as(what).isLessThanOrEqualTo(TOLERANCE * scale);
    }

    private static INDArray values(RandomGenerator random, double density, long... shape) {
        float[] values = new float[(int) Nd4j.createUninitialized(shape).length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < density ? (float) random.nextGaussian() : 0;
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
