package org.snn4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class SumsTest {
    @Test
    void singlePrecisionValuesAreSummedInDouble() {
        assertThat(Sums.of(Nd4j.createFromArray(1 << 24, 1f, 1f).reshape(1, 3))).isEqualTo((1 << 24) + 2);
        assertThat((float) (1 << 24) + 1f).as("what a float does").isEqualTo(1 << 24);
    }

    @Test
    void permutedArrayHasTheSumOfTheWhole() {
        assertThat(Sums.of(Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}, {5, 6}})
                        .permute(1, 0)))
                .isEqualTo(21);
    }
}
