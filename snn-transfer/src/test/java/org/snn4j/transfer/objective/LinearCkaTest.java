package org.snn4j.transfer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LinearCkaTest {
    /** Columns sum to 0, K = [[1,0,-1],[0,1,-1],[-1,-1,2]], |K|^2 = 10. */
    private static final INDArray X = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {-1, -1}});
    /** Columns sum to 0, L = [[1,-1,0],[-1,1,0],[0,0,0]], |L|^2 = 4, and the inner product of K and L is 2. */
    private static final INDArray Y = Nd4j.createFromArray(new double[][] {{1, 0}, {-1, 0}, {0, 0}});

    @Test
    void squaredNormOfManySmallValuesIsExactInDouble() {
        INDArray values = Nd4j.valueArrayOf(new long[] {1000, 3000}, 0.1f);
        double square = (double) 0.1f * 0.1f;
        assertThat(Flat.squaredNorm(values)).isCloseTo(3e6 * square, within(1e-3));
    }

    @Test
    void threeByTwoMatricesGiveTheHandComputedValue() {
        double product = 2 * Math.sqrt(10);
        assertThat(value(X, Y, CkaForm.EXACT)).isCloseTo(2 / product, within(1e-15));
        assertThat(value(X, Y, CkaForm.GRAM)).isCloseTo(2 / (product + 1e-7), within(1e-15));
        assertThat(value(X, Y, CkaForm.FEATURE)).isCloseTo(2 / ((Math.sqrt(10) + 1e-8) * (2 + 1e-8)), within(1e-15));
    }

    @Test
    void equalsTheRatioOfFeatureSpaceNorms() {
        double cross = Y.transpose().mmul(X).norm2Number().doubleValue();
        double own = X.transpose().mmul(X).norm2Number().doubleValue()
                * Y.transpose().mmul(Y).norm2Number().doubleValue();
        assertThat(value(X, Y, CkaForm.EXACT)).isCloseTo(cross * cross / own, within(1e-14));
    }

    @Test
    void offsetScaleAndRotationDoNotMatter() {
        INDArray rotation = Nd4j.createFromArray(new double[][] {{0.6, -0.8}, {0.8, 0.6}});
        INDArray moved = X.mmul(rotation).mul(3).addRowVector(Nd4j.createFromArray(5.0, -2.0));
        assertThat(value(moved, Y, CkaForm.EXACT)).isCloseTo(value(X, Y, CkaForm.EXACT), within(1e-14));
    }

    @Test
    void formsDifferForTinyFeatures() {
        INDArray tinyX = X.mul(1e-4);
        INDArray tinyY = Y.mul(1e-4);
        double a = 1e-8 * Math.sqrt(10);
        double b = 2e-8;
        assertThat(value(tinyX, tinyY, CkaForm.GRAM)).isCloseTo(2e-16 / (a * b + 1e-7), within(1e-20));
        assertThat(value(tinyX, tinyY, CkaForm.FEATURE)).isCloseTo(2e-16 / ((a + 1e-8) * (b + 1e-8)), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAM", "FEATURE"})
    void withoutVariationBothValueAndGradientsAreZero(CkaForm form) {
        INDArray constant = Nd4j.createFromArray(new double[][] {{0.3, 7}, {0.3, 7}, {0.3, 7}});
        for (INDArray still : new INDArray[] {constant, Nd4j.zerosLike(constant)}) {
            LinearCka.Similarity cka = LinearCka.of(X, still, form);
            assertThat(cka.value()).isZero();
            assertThat(cka.dx()).isEqualTo(Nd4j.zerosLike(X));
            assertThat(cka.dy()).isEqualTo(Nd4j.zerosLike(X));
        }
    }

    @Test
    void constantFeaturesInSinglePrecisionDoNotAlignWithAnything() {
        INDArray constant =
                Nd4j.createFromArray(new float[] {0.1f}).broadcast(1, 3 * 500).reshape(3, 500);
        INDArray x = Nd4j.createFromArray(new float[][] {{1, 0}, {0, 1}, {-1, -1}});
        assertThat(value(x, constant, CkaForm.GRAM)).isCloseTo(0, within(1e-4));
    }

    @Test
    void oneSampleHasNoGeometry() {
        LinearCka.Similarity cka = LinearCka.of(X.getRow(0, true), Y.getRow(0, true), CkaForm.GRAM);
        assertThat(cka.value()).isZero();
        assertThat(Flat.of(cka.dx())).containsExactly(new double[2], within(0.0));
    }

    @Test
    void twoSamplesAlwaysAlign() {
        INDArray x = Nd4j.createFromArray(new double[][] {{1, 5}, {2, -3}});
        INDArray y = Nd4j.createFromArray(new double[][] {{0, 1, 4}, {1, 1, 0}});
        assertThat(value(x, y, CkaForm.EXACT)).isCloseTo(1, within(1e-14));
    }

    @Test
    void differentNumbersOfSamplesAreRefused() {
        assertThatThrownBy(() -> value(X, Y.getRow(0, true), CkaForm.GRAM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 with 1 samples");
    }

    private static double value(INDArray x, INDArray y, CkaForm form) {
        return LinearCka.of(x, y, form).value();
    }
}
