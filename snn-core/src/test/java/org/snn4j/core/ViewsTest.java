package org.snn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ViewsTest {
    /** 0, 1, 2, ... */
    private static INDArray counting(int length) {
        return Nd4j.arange(length).castTo(DataType.DOUBLE);
    }

    /** [2, 4] that starts at 5 of a longer buffer: its second row starts at 9, behind its own length 8, where {@code get} gives nothing. */
    @Test
    void secondRowOfAViewThatStartsInsideItsBufferIsThere() {
        INDArray all = counting(20);
        INDArray view = all.get(NDArrayIndex.interval(5, 13)).reshape('c', 2, 4);
        assertThat(view.get(NDArrayIndex.point(1)).length())
                .as("what ND4J gives, the reason for this class")
                .isZero();
        assertThat(Views.at(view, 1).toDoubleVector()).containsExactly(9, 10, 11, 12);
        assertThat(Views.rows(view, 1, 2).toDoubleMatrix()).isEqualTo(new double[][] {{9, 10, 11, 12}});
        Views.at(view, 1).assign(-1);
        assertThat(all.getDouble(8)).isEqualTo(8);
        assertThat(all.getDouble(9)).isEqualTo(-1);
        assertThat(all.getDouble(12)).isEqualTo(-1);
        assertThat(all.getDouble(13)).isEqualTo(13);
    }

    @Test
    void partsOfPartsAndOfPermutedArraysAreThoseOfTheWhole() {
        INDArray whole = counting(24).reshape('c', 4, 3, 2);
        assertThat(Views.at(Views.at(whole, 2), 1).toDoubleVector()).containsExactly(14, 15);
        assertThat(Views.at(Views.rows(whole, 1, 3), 1)).isEqualTo(Views.at(whole, 2));
        INDArray turned = whole.permute(2, 0, 1);
        assertThat(Views.at(turned, 1).toDoubleMatrix())
                .isEqualTo(new double[][] {{1, 3, 5}, {7, 9, 11}, {13, 15, 17}, {19, 21, 23}});
        assertThat(Views.at(turned, 1).dup('c').data().asDouble()).startsWith(1, 3, 5, 7);
    }

    @Test
    void indicesOutsideAreRefused() {
        INDArray array = counting(6).reshape('c', 3, 2);
        assertThatThrownBy(() -> Views.at(array, 3)).hasMessageContaining("index is 3, must be in [0, 2]");
        assertThatThrownBy(() -> Views.rows(array, 1, 4)).hasMessageContaining("index is 4");
        assertThatThrownBy(() -> Views.rows(array, -1, 2)).hasMessageContaining("index is -1");
    }
}
