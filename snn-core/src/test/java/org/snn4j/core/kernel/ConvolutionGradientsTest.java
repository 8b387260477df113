package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;

/** Gradients of convolutions one without the other: none is computed that nobody reads. */
class ConvolutionGradientsTest {
    private static final double TOLERANCE = 1e-4;

    private final RandomGenerator random = new Seeds(9).stream("gradients");

    private INDArray values(double density, long... shape) {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < density ? (float) random.nextGaussian() : 0;
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }

    private static void assertClose(INDArray actual, INDArray expected) {
        double scale = expected.norm2Number().doubleValue() / Math.sqrt(expected.length());
        INDArray difference = actual.castTo(DataType.DOUBLE).sub(expected);
        assertThat(difference.normmaxNumber().doubleValue()).isLessThanOrEqualTo(TOLERANCE * scale);
    }

    private static INDArray[] expected(INDArray x, INDArray w, INDArray g, Window window) {
        INDArray dx = x.castTo(DataType.DOUBLE).ulike();
        INDArray dw = w.castTo(DataType.DOUBLE).ulike();
        new Nd4jKernels()
                .convolutionBackward(
                        x.castTo(DataType.DOUBLE),
                        w.castTo(DataType.DOUBLE),
                        g.castTo(DataType.DOUBLE),
                        window,
                        dx,
                        dw,
                        null);
        return new INDArray[] {dx, dw};
    }

    /** Maps whose last lines no window meets, windows beyond both borders, windows smaller than their stride, rows in several parts. */
    @ParameterizedTest
    @CsvSource({
        "3, 2, 1, 12, 9",
        "3, 2, 1, 13, 16",
        "3, 2, 0, 14, 8",
        "5, 2, 2, 24, 24",
        "2, 3, 1, 11, 10",
        "1, 2, 0, 8, 9",
        "4, 3, 3, 9, 7"
    })
    void inputGradientOfAStrideIsComputedWithoutThatOfTheWeights(
            int size, int stride, int padding, int height, int width) {
        Window window = new Window(size, stride, padding);
        DenseOperations dense = spy(new DenseOperations());
        INDArray x = values(1, 9, height, width, 20);
        INDArray w = values(1, 36, 20, size, size);
        INDArray g = values(1, 9, window.output(height), window.output(width), 36);
        INDArray dx = x.ulike().assign(Double.NaN);
        new ChunkedOperations(dense).convolutionInputGradient(w, g, window, dx);
        assertClose(dx, expected(x, w, g, window)[0]);
        verify(dense, never()).convolutionBackward(any(), any(), any(), any(), any(), any(), any());
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 1, 12, 9, 16, 16",
        "3, 2, 0, 14, 8, 70, 65",
        "5, 1, 2, 24, 20, 33, 130",
        "5, 1, 0, 9, 9, 17, 16",
        "5, 2, 4, 7, 11, 35, 19",
        "2, 3, 1, 11, 10, 20, 36",
        "1, 2, 0, 8, 9, 64, 128"
    })
    void weightGradientOfManyInputsIsComputedWithoutThatOfTheInput(
            int size, int stride, int padding, int height, int width, int in, int out) {
        assumeTrue(VectorApi.present(), "Java was started without --add-modules " + VectorApi.MODULE);
        Window window = new Window(size, stride, padding);
        DenseOperations dense = spy(new DenseOperations());
        Map<String, String> chosen = new HashMap<>();
        Convolutions convolutions = new Convolutions(
                VectorApi.rowSums().orElseThrow(),
                VectorApi.winogradLoops(),
                new ChunkedOperations(dense),
                ConvolutionPath.MEASURED,
                (operation, kernel, density) -> chosen.put(operation, kernel));
        INDArray x = values(1, 9, height, width, in);
        INDArray w = values(1, out, in, size, size);
        INDArray g = values(1, 9, window.output(height), window.output(width), out);
        INDArray dw = w.ulike().assign(Double.NaN);
        convolutions.backward(x, w, g, window, null, dw, null);
        assertThat(chosen).isEqualTo(Map.of(KernelListener.WEIGHT_GRADIENT, Convolutions.PRODUCTS));
        assertClose(dw, expected(x, w, g, window)[1]);
        verify(dense, never()).convolutionBackward(any(), any(), any(), any(), any(), any(), any());
    }

    @ParameterizedTest
    @CsvSource({"0.02, sparse", "0.5, dense"})
    void bothGradientsOfManyInputsAreComputedTogether(double density, String kernel) {
        Window window = new Window(3, 2, 1);
        Map<String, String> chosen = new HashMap<>();
        Kernels kernels = new PlainKernels(
                VectorApi.rowSums().orElseGet(JavaRowSums::new),
                Optional.empty(),
                ConvolutionPath.MEASURED,
                (operation, k, d) -> chosen.put(operation, k));
        INDArray x = values(density / 4, 9, 12, 12, 20);
        INDArray w = values(1, 36, 20, 3, 3);
        INDArray g = values(1, 9, 6, 6, 36);
        INDArray dx = x.ulike().assign(Double.NaN);
        INDArray dw = w.ulike().assign(Double.NaN);
        kernels.convolutionBackward(x, w, g, window, dx, dw, null);
        assertThat(chosen).containsEntry(KernelListener.WEIGHT_GRADIENT, kernel);
        assertClose(dx, expected(x, w, g, window)[0]);
        assertClose(dw, expected(x, w, g, window)[1]);
    }
}
