package org.snn4j.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class OptimizerTest {
    private static final double RATE = 0.01;

    /** m = 0.1*2 = 0.2, v = 0.001*4 = 0.004, both corrected to 2 and 4: the first update is rate*2/(2 + eps). */
    @Test
    void firstAdamStepIsTheRateTimesTheSign() {
        INDArray gradient = Nd4j.createFromArray(2.0, -2.0, 0.0);
        INDArray state = Nd4j.zeros(DataType.DOUBLE, 2, 3);
        new Adam(Adam.Config.DEFAULTS).updatei(gradient, state, RATE, 0);
        assertThat(gradient.getDouble(0)).isEqualTo(RATE * 2 / (2 + 1e-8), within(1e-14));
        assertThat(gradient.getDouble(1)).isEqualTo(-RATE * 2 / (2 + 1e-8), within(1e-14));
        assertThat(gradient.getDouble(2)).isZero();
        assertThat(state.getDouble(0, 0)).as("mean").isEqualTo(0.2, within(1e-15));
        assertThat(state.getDouble(1, 0)).as("mean of squares").isEqualTo(0.004, within(1e-15));
    }

    @Test
    void adamInDoublePrecisionIsPyTorchsFormulaTo12Digits() {
        assertThat(largestDeviation(DataType.DOUBLE, new Adam.Config(1, 0.9, 0.999, 1e-8), i -> Math.sin(i + 1)))
                .isLessThan(1e-12);
    }

    /** With gradients near epsilon its place matters: beside the uncorrected root it would stand 30 times larger in the first step. */
    @Test
    void epsilonStandsBesideTheCorrectedRoot() {
        assertThat(largestDeviation(DataType.DOUBLE, new Adam.Config(1, 0.9, 0.999, 1e-2), i -> 1e-2 * Math.sin(i + 1)))
                .isLessThan(1e-12);
    }

    @Test
    void adamInSinglePrecisionStaysCloseToTheFormula() {
        assertThat(largestDeviation(DataType.FLOAT, new Adam.Config(1, 0.9, 0.999, 1e-8), i -> Math.sin(i + 1)))
                .as("1 - beta in single precision has 4 digits")
                .isLessThan(1e-4);
    }

    /** Largest relative deviation of 40 steps from m_hat/(sqrt(v_hat) + eps), computed in plain doubles. */
    private static double largestDeviation(DataType type, Adam.Config config, IntToDoubleFunction gradients) {
        Adam adam = new Adam(config);
        INDArray state = Nd4j.zeros(type, 2, 1);
        double m = 0;
        double v = 0;
        double worst = 0;
        for (int step = 0; step < 40; step++) {
            double g = gradients.applyAsDouble(step);
            m = config.beta1() * m + (1 - config.beta1()) * g;
            v = config.beta2() * v + (1 - config.beta2()) * g * g;
            double expected = RATE
                    * (m / (1 - Math.pow(config.beta1(), step + 1)))
                    / (Math.sqrt(v / (1 - Math.pow(config.beta2(), step + 1))) + config.epsilon());
            INDArray gradient = Nd4j.createFromArray(g).castTo(type);
            adam.updatei(gradient, state, RATE, step);
            worst = Math.max(worst, Math.abs(gradient.getDouble(0) - expected) / Math.abs(expected));
        }
        return worst;
    }

    /** 70,003 values: several parts, with a rest that fills no vector. */
    @Test
    void longUpdatesInSinglePrecisionAreThoseOfShortOnes() {
        int length = 70_003;
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) Math.sin(i + 1);
        }
        for (Optimizer optimizer : List.of(new Adam(Adam.Config.DEFAULTS), new Sgd(Sgd.Config.DEFAULTS))) {
            INDArray state = Nd4j.zeros(DataType.FLOAT, optimizer.statesPerValue(), length);
            INDArray[] single = new INDArray[length / 10_000];
            Arrays.setAll(single, i -> Nd4j.zeros(DataType.FLOAT, optimizer.statesPerValue(), 1));
            for (int step = 0; step < 3; step++) {
                INDArray gradient = Nd4j.createFromArray(values);
                optimizer.updatei(gradient, state, RATE, step);
                for (int i = 0; i < single.length; i++) {
                    int position = length - 1 - 10_000 * i;
                    INDArray one = Nd4j.createFromArray(values[position]);
                    optimizer.updatei(one, single[i], RATE, step);
                    assertThat(gradient.getFloat(position))
                            .isEqualTo(one.getFloat(0))
                            .isNotZero();
                }
            }
        }
    }

    @Test
    void singlePrecisionMomentumAddsAShareOfTheLastStep() {
        Sgd sgd = new Sgd(new Sgd.Config(0.1, 0.9));
        INDArray state = Nd4j.zeros(DataType.FLOAT, 1, 1);
        sgd.updatei(Nd4j.createFromArray(1f), state, 0.1, 0);
        INDArray gradient = Nd4j.createFromArray(2f);
        sgd.updatei(gradient, state, 0.1, 1);
        assertThat(gradient.getFloat(0)).isEqualTo(0.29f, within(1e-7f));
    }

    @Test
    void rateOfZeroUpdatesNothingButTheState() {
        INDArray gradient = Nd4j.createFromArray(2f, -3f);
        INDArray state = Nd4j.zeros(DataType.FLOAT, 2, 2);
        new Adam(Adam.Config.DEFAULTS).updatei(gradient, state, 0, 0);
        assertThat(gradient.toFloatVector()).containsExactly(new float[] {0, 0}, within(0f));
        assertThat(state.getFloat(0, 0)).isEqualTo(0.2f, within(1e-6f));
    }

    @Test
    void adamWUpdatesAsAdamAndAnnouncesItsDecay() {
        INDArray gradient = Nd4j.createFromArray(0.5, -3.0);
        INDArray same = gradient.dup();
        AdamW adamW = new AdamW(AdamW.Config.DEFAULTS);
        adamW.updatei(gradient, Nd4j.zeros(DataType.DOUBLE, 2, 2), RATE, 0);
        new Adam(Adam.Config.DEFAULTS).updatei(same, Nd4j.zeros(DataType.DOUBLE, 2, 2), RATE, 0);
        assertThat(gradient).isEqualTo(same);
        assertThat(adamW.weightDecay()).isEqualTo(0.01);
        assertThat(new Adam(Adam.Config.DEFAULTS).weightDecay()).isZero();
    }

    /** b = 1; then 0.9*1 + 2 = 2.9; then 0.9*2.9 - 1 = 1.61. */
    @Test
    void momentumAddsAShareOfTheLastStep() {
        Sgd sgd = new Sgd(new Sgd.Config(0.1, 0.9));
        INDArray state = Nd4j.zeros(DataType.DOUBLE, 1, 1);
        double[] gradients = {1, 2, -1};
        double[] buffers = {1, 2.9, 1.61};
        for (int step = 0; step < gradients.length; step++) {
            INDArray gradient = Nd4j.createFromArray(gradients[step]);
            sgd.updatei(gradient, state, 0.1, step);
            assertThat(gradient.getDouble(0)).isEqualTo(0.1 * buffers[step], within(1e-15));
        }
    }

    @Test
    void plainDescentNeedsNoState() {
        Sgd sgd = new Sgd(new Sgd.Config(0.1, 0));
        INDArray gradient = Nd4j.createFromArray(4.0);
        sgd.updatei(gradient, null, 0.25, 7);
        assertThat(sgd.statesPerValue()).isZero();
        assertThat(gradient.getDouble(0)).isEqualTo(1);
    }

    @Test
    void updateWritesIntoAViewOfALargerArray() {
        INDArray all = Nd4j.createFromArray(9.0, 2.0, -2.0, 9.0);
        INDArray view = all.get(NDArrayIndex.interval(1, 3));
        new Adam(Adam.Config.DEFAULTS).updatei(view, Nd4j.zeros(DataType.DOUBLE, 2, 2), RATE, 0);
        assertThat(all.getDouble(1)).isEqualTo(RATE, within(1e-9));
        assertThat(all.getDouble(2)).isEqualTo(-RATE, within(1e-9));
        assertThat(all.getDouble(0)).isEqualTo(9);
        assertThat(all.getDouble(3)).isEqualTo(9);
    }

    /** State [2, 4] that starts at 5 of the network's state: the place where ND4J's own indexing loses the second row. */
    @Test
    void adamUpdatesWithStateInsideALargerArray() {
        INDArray all = Nd4j.zeros(DataType.DOUBLE, 20);
        INDArray state = all.get(NDArrayIndex.interval(5, 13)).reshape('c', 2, 4);
        INDArray gradient = Nd4j.createFromArray(2.0, -2.0, 4.0, 0.5);
        new Adam(Adam.Config.DEFAULTS).updatei(gradient, state, RATE, 0);
        assertThat(gradient.toDoubleVector()).containsExactly(new double[] {RATE, -RATE, RATE, RATE}, within(1e-9));
        assertThat(all.getDouble(9)).as("mean of squares").isEqualTo(0.004, within(1e-15));
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new Adam.Config(1e-3, 1, 0.999, 1e-8)).hasMessageContaining("beta1 is 1.0");
        assertThatThrownBy(() -> new Adam.Config(-1, 0.9, 0.999, 1e-8)).hasMessageContaining("learning-rate is -1.0");
        assertThatThrownBy(() -> new AdamW.Config(1, 0.9, 0.999, 1e-8, -1))
                .hasMessageContaining("weight-decay is -1.0");
        assertThatThrownBy(() -> new Sgd.Config(1, 1.5)).hasMessageContaining("momentum is 1.5");
    }
}
