package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Views;

class MatrixProductTest {
    private static final double[][] A = {{1, 2, 3}, {4, 5, 6}};
    private static final double[][] B = {{1, 0}, {2, 1}, {0, 3}};

    private static INDArray array(double[][] values, DataType type) {
        return Nd4j.createFromArray(values).castTo(type);
    }

    /** [1 2 3; 4 5 6] [1 0; 2 1; 0 3] = [1+4, 2+9; 4+10, 5+18]. */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void productsAreThoseByHand(DataType type) {
        double[][] product = {{5, 11}, {14, 23}};
        INDArray a = array(A, type);
        INDArray b = array(B, type);
        assertThat(MatrixProduct.of(a, b).toDoubleMatrix()).isEqualTo(product);
        assertThat(MatrixProduct.withTransposed(a, b.transpose().dup('c')).toDoubleMatrix())
                .isEqualTo(product);
        assertThat(MatrixProduct.ofTransposed(a.transpose().dup('c'), b).toDoubleMatrix())
                .isEqualTo(product);
        assertThat(MatrixProduct.of(a, b).dataType()).isEqualTo(type);
    }

    /** A A^T = [14 32; 32 77], with A behind other values in one buffer. */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void viewsAreMultipliedLikeCopies(DataType type) {
        INDArray steps = Nd4j.zeros(type, 3, 2, 3);
        INDArray view = Views.at(steps, 1);
        view.assign(array(A, type));
        assertThat(MatrixProduct.withTransposed(view, view).toDoubleMatrix())
                .isEqualTo(new double[][] {{14, 32}, {32, 77}});
    }
}
