package org.snn4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Seeds;

class MaskedRowsTest {
    @ParameterizedTest
    @ValueSource(strings = {"5>64@7 3/1", "3>320@5 3/1", "4>64@6 5/1"})
    void equalsTheDenseGradientInsideTheMask(String shape) {
        ConvolutionCase arrays = new ConvolutionCase(shape, 1);
        INDArray mask = ConvolutionCase.spikes(new Seeds(1).stream("mask"), 0.3, arrays.input.shape());
        float[] rows = new MaskedRows(arrays, mask).inputGradient();
        ConvolutionCase.kernels("nd4j")
                .convolutionBackward(
                        arrays.input,
                        arrays.weight,
                        arrays.gradient,
                        arrays.window,
                        arrays.inputGradient,
                        arrays.weightGradient,
                        null);
        float[] dense = arrays.inputGradient.mul(mask).dup('c').data().asFloat();
        assertThat(rows).usingComparatorWithPrecision(1e-3f).containsExactly(dense);
        assertThat(mask.meanNumber().doubleValue()).isCloseTo(0.3, within(0.02));
    }
}
