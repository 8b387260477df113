package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class WorkingMemoryTest {
    private static final int ROWS = 16;
    private static final Window WINDOW = new Window(3, 1, 1);

    /** Of the layers of a network for recordings of 48x48, from its first to its deepest. */
    @ParameterizedTest
    @CsvSource({
        "SPARSE, 24, 64, 128",
        "SPARSE, 12, 256, 256",
        "SPARSE, 6, 256, 512",
        "WINOGRAD, 24, 64, 128",
        "WINOGRAD, 12, 256, 256",
        "WINOGRAD, 6, 512, 512"
    })
    void whatConvolutionsKeepIsWhatTheySay(ConvolutionPath path, int side, int in, int out) {
        RowSums sums = VectorApi.rowSums().orElseThrow();
        Optional<WinogradLoops> loops = path == ConvolutionPath.SPARSE ? Optional.empty() : VectorApi.winogradLoops();
        Convolutions convolutions = new Convolutions(sums, loops, new ChunkedOperations(), path, KernelListener.NONE);
        INDArray input = Nd4j.zeros(DataType.FLOAT, ROWS, side, side, in);
        input.putScalar(0, 1);
        INDArray weight = Nd4j.ones(DataType.FLOAT, out, in, 3, 3);
        INDArray output = Nd4j.zeros(DataType.FLOAT, ROWS, side, side, out);
        convolutions.forward(input, weight, null, WINDOW, output);
        convolutions.backward(input, weight, output, WINDOW, null, weight.dup(), null);
        long tasks = convolutions
                .memory(DataType.FLOAT, new long[] {1, 3, 3, 1}, 1, WINDOW)
                .heap();
        long said =
                convolutions.memory(DataType.FLOAT, input.shape(), out, WINDOW).heap() - tasks;
        long other = path == ConvolutionPath.SPARSE ? 0 : SparseConvolution.workspace(weight.length()) * Float.BYTES;
        assertThat((double) convolutions.kept()).isBetween(0.8 * (said - other), 1.2 * said);
    }
}
