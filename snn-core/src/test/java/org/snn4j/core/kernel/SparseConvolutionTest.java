package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;

/** Against ND4J's dense operations, over windows, densities and channel counts that are no multiple of a vector. */
class SparseConvolutionTest {
    private static final double TOLERANCE = 2e-5;

    private final RandomGenerator random = new Seeds(11).stream("sparse convolution");
    private final Kernels dense = new Nd4jKernels();

    static List<Arguments> cases() {
        List<RowSums> sums = new ArrayList<>(List.of(new JavaRowSums()));
        VectorApi.rowSums().ifPresent(sums::add);
        List<Arguments> cases = new ArrayList<>();
        for (RowSums each : sums) {
            for (double density : new double[] {0, 0.02, 0.3, 1}) {
                cases.add(Arguments.of(each.name(), each, density, 9, 7, 19, 37, new Window(3, 1, 1)));
            }
            cases.add(Arguments.of(each.name(), each, 0.2, 1, 1, 5, 3, new Window(3, 1, 1)));
            cases.add(Arguments.of(each.name(), each, 0.2, 8, 8, 6, 256, new Window(3, 2, 1)));
            cases.add(Arguments.of(each.name(), each, 0.2, 11, 6, 1, 1, new Window(5, 1, 0)));
            cases.add(Arguments.of(each.name(), each, 0.2, 7, 9, 33, 65, new Window(5, 3, 4)));
            cases.add(Arguments.of(each.name(), each, 0.2, 5, 5, 4, 130, new Window(1, 2, 0)));
            cases.add(Arguments.of(each.name(), each, 0.2, 6, 5, 3, 16, new Window(2, 1, 1)));
            cases.add(Arguments.of(each.name(), each, 0.1, 5, 12, 2, 32, new Window(3, 1, 2)));
            cases.add(Arguments.of(each.name(), each, 1.0, 7, 4, 2, 21, new Window(3, 1, 1)));
            cases.add(Arguments.of(each.name(), each, 0.1, 3, 4, 130, 160, new Window(3, 1, 1)));
        }
        return cases;
    }

    @ParameterizedTest(name = "{0}, density {2}, {3}x{4}x{5} to {6}, {7}")
    @MethodSource("cases")
    void agreesWithTheDenseOperation(
            String name, RowSums sums, double density, int height, int width, int in, int out, Window window) {
        for (int rows : new int[] {1, 11}) {
            INDArray x = values(density, rows, height, width, in);
            INDArray w = values(1, out, in, window.size(), window.size());
            INDArray b = values(1, out);
            INDArray g = values(1, rows, window.output(height), window.output(width), out);
            INDArray[] expected = {g.ulike(), w.ulike(), b.ulike()};
            INDArray[] actual = {g.ulike(), w.ulike(), b.ulike()};
            dense.convolution(x, w, b, window, expected[0]);
            dense.convolutionBackward(x, w, g, window, null, expected[1], expected[2]);
            SparseConvolution sparse = new SparseConvolution(sums, new Workspace(), x, w, window);
            sparse.forward(x, w, b, actual[0]);
            sparse.weightGradient(x, g, actual[1], actual[2]);
            for (int i = 0; i < actual.length; i++) {
                double scale = Math.max(1, expected[i].normmaxNumber().doubleValue());
                assertThat(actual[i].sub(expected[i]).normmaxNumber().doubleValue())
                        .as("array " + i + ", " + rows + " rows")
                        .isLessThan(TOLERANCE * scale);
            }
            assertThat(actual[0].normmaxNumber().doubleValue()).isPositive();
        }
    }

    private INDArray values(double density, long... shape) {
        float[] values = new float[(int) Nd4j.createUninitialized(shape).length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < density ? (float) random.nextGaussian() : 0;
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
