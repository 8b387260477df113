package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;

/** Every way to compute a fully connected layer against ND4J's operation in double precision, over random shapes and densities. */
class FullConnectionsContractTest {
    private static final int RANDOM_CASES = 12;
    /** Greatest error allowed, relative to the root mean square of the result. */
    private static final double TOLERANCE = 1e-4;

    private final RandomGenerator random = new Seeds(5).stream("full connections");
    private final List<String> heard = new ArrayList<>();

    private record Case(int rows, int in, int out, double density, boolean bias) {}

    static List<Arguments> cases() {
        List<Case> cases = new ArrayList<>(List.of(
                new Case(1, 1, 1, 1, true),
                new Case(1, 300, 17, 0.1, false),
                new Case(5, 64, 128, 0, true),
                new Case(64, 256, 128, 1, true),
                new Case(65, 257, 129, 0.3, false),
                new Case(130, 70, 400, 0.5, true),
                new Case(300, 513, 10, 0.2, true)));
        RandomGenerator random = new Seeds(3).stream("full connection cases");
        for (int i = 0; i < RANDOM_CASES; i++) {
            double density = List.of(0.0, 0.03, 0.2, 0.6, 1.0).get(random.nextInt(5));
            cases.add(new Case(
                    1 + random.nextInt(200),
                    1 + random.nextInt(700),
                    1 + random.nextInt(300),
                    density,
                    random.nextBoolean()));
        }
        return cases.stream().map(Arguments::of).toList();
    }

    /** x, w, b, g of a case; the gradient has as many zeros as the input. */
    private INDArray[] arrays(Case c) {
        return new INDArray[] {
            values(c.density(), c.rows(), c.in()),
            values(1, c.out(), c.in()),
            c.bias() ? values(1, c.out()) : null,
            values(c.density(), c.rows(), c.out())
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyPathOfEveryImplementationGivesTheSameNumbers(Case c) {
        INDArray[] a = arrays(c);
        INDArray[] expected = results(new Nd4jKernels(), doubles(a));
        for (ConvolutionPath path : ConvolutionPath.values()) {
            for (Kernels kernels : implementations(path)) {
                INDArray[] actual = results(kernels, a);
                for (int i = 0; i < actual.length; i++) {
                    double scale = expected[i].norm2Number().doubleValue() / Math.sqrt(expected[i].length());
                    INDArray difference = actual[i].castTo(DataType.DOUBLE).sub(expected[i]);
                    assertThat(difference.normmaxNumber().doubleValue())
                            .as(kernels.name() + ", " + path + ", array " + i)
                            .isLessThanOrEqualTo(TOLERANCE * scale);
                }
            }
        }
    }

    /** Sums of one order: neither the length of vectors nor how lines are dealt to tasks may matter. */
    @ParameterizedTest
    @MethodSource("cases")
    void vectorsAndPlainLoopsGiveTheSameBits(Case c) {
        INDArray[] a = arrays(c);
        List<Kernels> sparse = implementations(ConvolutionPath.SPARSE);
        INDArray[] expected = results(sparse.get(0), a);
        for (Kernels kernels : sparse) {
            assertThat(results(kernels, a)).isEqualTo(expected);
        }
        INDArray alone = Nd4j.create(1, c.out());
        sparse.get(0).dense(a[0].getRow(c.rows() - 1, true).dup('c'), a[1], a[2], alone);
        assertThat(alone).isEqualTo(expected[0].getRow(c.rows() - 1, true));
    }

    @ParameterizedTest
    @EnumSource(ConvolutionPath.class)
    void doublePrecisionIsThatOfTheDenseOperation(ConvolutionPath path) {
        INDArray[] a = doubles(arrays(new Case(7, 40, 20, 0.1, true)));
        INDArray[] expected = results(new Nd4jKernels(), a);
        for (Kernels kernels : implementations(path)) {
            assertThat(results(kernels, a)).isEqualTo(expected);
        }
        assertThat(heard).allMatch(choice -> choice.endsWith("dense NaN")).isNotEmpty();
    }

    /** The layer is linear in each array, so that differences over a step of any size are its derivative. */
    @ParameterizedTest
    @MethodSource("cases")
    void sparseGradientsAreCentralDifferences(Case c) {
        INDArray[] a = arrays(c);
        for (Kernels kernels : implementations(ConvolutionPath.SPARSE)) {
            INDArray[] gradients = results(kernels, a);
            double norm = a[3].norm2Number().doubleValue() * Math.sqrt(c.in() * (double) c.out());
            for (int i = 0; i < (c.bias() ? 3 : 2); i++) {
                INDArray direction = values(1, a[i].shape());
                double difference = (loss(kernels, a, i, direction) - loss(kernels, a, i, direction.neg())) / 2;
                double product = gradients[i + 1]
                        .mul(direction)
                        .castTo(DataType.DOUBLE)
                        .sumNumber()
                        .doubleValue();
                assertThat(product).as(kernels.name() + ", array " + i).isCloseTo(difference, within(1e-4 * norm));
            }
        }
    }

    /** Sum of g * y where one array is moved. */
    private static double loss(Kernels kernels, INDArray[] a, int moved, INDArray direction) {
        INDArray[] b = a.clone();
        b[moved] = a[moved].add(direction);
        INDArray y = a[3].ulike();
        kernels.dense(b[0], b[1], b[2], y);
        return y.castTo(DataType.DOUBLE)
                .mul(a[3].castTo(DataType.DOUBLE))
                .sumNumber()
                .doubleValue();
    }

    @Test
    void withoutSpikesTheOutputIsTheBiasAndTheWeightGradientZero() {
        INDArray[] a = arrays(new Case(9, 33, 21, 1, true));
        a[0].assign(0);
        for (Kernels kernels : implementations(ConvolutionPath.SPARSE)) {
            INDArray[] results = results(kernels, a);
            assertThat(results[0]).isEqualTo(a[2].broadcast(9, 21));
            assertThat(results[2].normmaxNumber().doubleValue()).isZero();
        }
    }

    @Test
    void fewSpikesAreWalkedWhereThatPaysAndTheDensityIsTold() {
        INDArray[] a = arrays(new Case(512, 512, 256, 1, true));
        INDArray few = every(128, 512, 512);
        assertThat(choices(ConvolutionPath.MEASURED, few, a[1], a[3]))
                .containsExactly(
                        "forward sparse 0.0078125", "weight gradient sparse 0.0078125", "input gradient dense 1.0");
        assertThat(choices(ConvolutionPath.MEASURED, a[0], a[1], every(128, 512, 256)))
                .containsExactly("forward dense 1.0", "weight gradient dense 1.0", "input gradient sparse 0.0078125");
    }

    @Test
    void oneRowOrFewOutputsAreNotWorthALookAtEachInputAndNotMeasured() {
        INDArray[] row = arrays(new Case(1, 512, 256, 1, true));
        assertThat(choices(ConvolutionPath.MEASURED, every(128, 1, 512), row[1], row[3]))
                .contains("forward dense NaN");
        INDArray[] head = arrays(new Case(512, 512, 10, 1, true));
        assertThat(choices(ConvolutionPath.MEASURED, every(128, 512, 512), head[1], head[3]))
                .contains("forward dense NaN", "weight gradient dense NaN");
    }

    @Test
    void pathCanBeForcedEitherWay() {
        INDArray[] a = arrays(new Case(512, 512, 256, 1, true));
        assertThat(choices(ConvolutionPath.DENSE, every(128, 512, 512), a[1], a[3]))
                .allMatch(c -> c.endsWith(" dense NaN"));
        assertThat(choices(ConvolutionPath.SPARSE, a[0], a[1], a[3])).allMatch(c -> c.endsWith(" sparse NaN"));
    }

    @Test
    void anInputGradientThatNobodyReadsIsNotChosenFor() {
        INDArray[] a = arrays(new Case(4, 40, 20, 0.1, true));
        implementations(ConvolutionPath.SPARSE)
                .forEach(kernels -> kernels.denseBackward(a[0], a[1], a[3], null, a[1].ulike(), null));
        assertThat(heard).isNotEmpty().allMatch(choice -> choice.startsWith("weight gradient sparse"));
    }

    private List<String> choices(ConvolutionPath path, INDArray x, INDArray w, INDArray g) {
        Kernels kernels = implementations(path).get(implementations(path).size() - 1);
        heard.clear();
        kernels.dense(x, w, null, g.ulike());
        kernels.denseBackward(x, w, g, x.ulike(), w.ulike(), null);
        return List.copyOf(heard);
    }

    private List<Kernels> implementations(ConvolutionPath path) {
        KernelListener listener = (operation, kernel, density) -> heard.add(operation + " " + kernel + " " + density);
        List<Kernels> kernels = new ArrayList<>();
        kernels.add(new PlainKernels(new JavaRowSums(), Optional.empty(), path, listener));
        VectorApi.rowSums()
                .ifPresent(sums -> kernels.add(new PlainKernels(sums, VectorApi.winogradLoops(), path, listener)));
        return kernels;
    }

    /** Output, gradients of input and weights and, with a bias, of it. */
    private static INDArray[] results(Kernels kernels, INDArray[] a) {
        INDArray y = a[3].ulike().assign(Double.NaN);
        INDArray dx = a[0].ulike().assign(Double.NaN);
        INDArray dw = a[1].ulike().assign(Double.NaN);
        INDArray db = a[2] == null ? null : a[2].ulike().assign(Double.NaN);
        kernels.dense(a[0], a[1], a[2], y);
        kernels.denseBackward(a[0], a[1], a[3], dx, dw, db);
        return db == null ? new INDArray[] {y, dx, dw} : new INDArray[] {y, dx, dw, db};
    }

    private static INDArray[] doubles(INDArray[] arrays) {
        INDArray[] doubles = new INDArray[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            doubles[i] = arrays[i] == null ? null : arrays[i].castTo(DataType.DOUBLE);
        }
        return doubles;
    }

    /** One of every so many values is 1. */
    private static INDArray every(int step, int rows, int length) {
        float[] values = new float[rows * length];
        for (int i = 0; i < values.length; i += step) {
            values[i] = 1;
        }
        return Nd4j.createFromArray(values).reshape(rows, length);
    }

    private INDArray values(double density, long... shape) {
        float[] values = new float[(int) Nd4j.createUninitialized(shape).length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < density ? (float) random.nextGaussian() : 0;
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
