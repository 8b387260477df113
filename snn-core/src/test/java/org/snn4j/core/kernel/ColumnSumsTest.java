package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ColumnSumsTest {
    /** 1+3+5, 2+4+6. */
    @Test
    void columnsAreSummedAlongTheAxis() {
        INDArray array = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        assertThat(ColumnSums.along(0, array)).isEqualTo(Nd4j.createFromArray(9.0, 12.0));
        assertThat(ColumnSums.along(1, array.reshape(1, 3, 2)).toDoubleMatrix()).isEqualTo(new double[][] {{9, 12}});
    }

    /** 2^24 + 1 is no number of single precision, 2^24 + 1 + 1 is one: the sum is taken in double. */
    @Test
    void theOnlyColumnIsSummedInDoubleWhateverTheThreads() {
        INDArray array = Nd4j.createFromArray(new float[][] {{1 << 24}, {1}, {1}});
        assertThat(ColumnSums.along(0, array)).isEqualTo(Nd4j.createFromArray((1 << 24) + 2f));
        assertThat(ColumnSums.along(1, array.reshape(1, 3, 1)))
                .isEqualTo(Nd4j.createFromArray(new float[][] {{(1 << 24) + 2f}}));
    }
}
