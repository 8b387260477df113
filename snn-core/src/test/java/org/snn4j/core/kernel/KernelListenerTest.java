package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class KernelListenerTest {
    private static final Window WINDOW = new Window(3, 1, 1);

    private final List<String> heard = new ArrayList<>();

    /** One of every {@code every} values of 8 channels is 1. */
    private static INDArray spikes(int every) {
        float[] values = new float[2 * 4 * 4 * 8];
        for (int i = 0; i < values.length; i += every) {
            values[i] = 1;
        }
        return Nd4j.createFromArray(values).reshape(2, 4, 4, 8);
    }

    private List<String> choices(ConvolutionPath path, INDArray input) {
        heard.clear();
        Kernels kernels = new PlainKernels(
                new JavaRowSums(),
                Optional.empty(),
                path,
                (operation, kernel, density) -> heard.add(operation + " " + kernel + " " + density));
        INDArray weight = Nd4j.ones(input.dataType(), 6, 8, 3, 3);
        INDArray out = Nd4j.create(input.dataType(), 2, 4, 4, 6);
        kernels.convolution(input, weight, null, WINDOW, out);
        kernels.convolutionBackward(input, weight, out, WINDOW, input.ulike(), weight.ulike(), null);
        return List.copyOf(heard);
    }

    @Test
    void fewSpikesAreWalkedAndTheDensityIsTold() {
        assertThat(choices(ConvolutionPath.MEASURED, spikes(64)))
                .containsExactlyInAnyOrder(
                        "forward sparse 0.015625", "weight gradient sparse 0.015625", "input gradient dense NaN");
    }

    @Test
    void manySpikesGoTheDenseWay() {
        assertThat(choices(ConvolutionPath.MEASURED, spikes(1)))
                .containsExactlyInAnyOrder(
                        "forward dense 1.0", "weight gradient dense 1.0", "input gradient dense NaN");
    }

    @Test
    void pathCanBeForcedEitherWay() {
        assertThat(choices(ConvolutionPath.DENSE, spikes(32))).contains("forward dense 0.03125");
        assertThat(choices(ConvolutionPath.SPARSE, spikes(1))).contains("forward sparse 1.0");
    }

    @Test
    void doublePrecisionIsAlwaysDenseAndNotMeasured() {
        assertThat(choices(ConvolutionPath.SPARSE, spikes(32).castTo(DataType.DOUBLE)))
                .contains("forward dense NaN", "weight gradient dense NaN");
    }
}
