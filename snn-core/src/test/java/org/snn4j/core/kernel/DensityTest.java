package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;

class DensityTest {
    @Test
    void shortRowsAreCountedWhole() {
        assertThat(Density.of(Nd4j.createFromArray(new float[][] {{0, 1, 0, -2}, {0, -0f, 0, 3}})))
                .isEqualTo(3.0 / 8);
    }

    /** 131 072 values are read: the standard deviation of a share of 0.1 is 0.0008. */
    @Test
    void longRowsAreEstimatedFromPieces() {
        RandomGenerator random = new Seeds(4).stream("density");
        float[] values = new float[20 * 48 * 48 * 64];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < 0.1 ? 1 : 0;
        }
        INDArray maps = Nd4j.createFromArray(values).reshape(20, 48, 48, 64);
        assertThat(Density.of(maps)).isCloseTo(0.1, within(0.005));
    }

    /** Only the upper half of each map has spikes, at every second value: pieces lie in both halves. */
    @Test
    void piecesAreSpreadOverTheMap() {
        float[] values = new float[20 * 32 * 32 * 64];
        int map = 32 * 32 * 64;
        for (int i = 0; i < values.length; i += 2) {
            values[i] = i % map < map / 2 ? 1 : 0;
        }
        assertThat(Density.of(Nd4j.createFromArray(values).reshape(20, 32, 32, 64)))
                .isEqualTo(0.25);
    }

    /** The columns at the left of each map have no spikes, all others have one at every place. */
    @ParameterizedTest
    @CsvSource({"48, 64, 8", "32, 64, 8", "16, 128, 8", "128, 64, 16", "24, 256, 3", "48, 64, 1"})
    void piecesAreSpreadOverTheColumns(int side, int channels, int empty) {
        float[] values = new float[10 * side * side * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / channels % side < empty ? 0 : 1;
        }
        assertThat(Density.of(Nd4j.createFromArray(values).reshape(10, side, side, channels)))
                .isCloseTo(1 - (double) empty / side, within(0.05));
    }
}
