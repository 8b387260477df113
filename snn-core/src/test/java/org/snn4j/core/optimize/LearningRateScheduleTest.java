package org.snn4j.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {
    private static final double EXACT = 1e-15;

    @Test
    void constantRateIsTheBaseRate() {
        assertThat(new ConstantRate().rate(0.3, 7, 10)).isEqualTo(0.3);
    }

    /** cos 0 = 1, cos 60 deg = 1/2, cos 90 deg = 0, cos 120 deg = -1/2. */
    @Test
    void cosineFallsFromBaseTowardsZero() {
        LearningRateSchedule cosine = new CosineRate(CosineRate.Config.DEFAULTS);
        assertThat(cosine.rate(1, 0, 6)).isEqualTo(1, within(EXACT));
        assertThat(cosine.rate(1, 2, 6)).isEqualTo(0.75, within(EXACT));
        assertThat(cosine.rate(1, 3, 6)).isEqualTo(0.5, within(EXACT));
        assertThat(cosine.rate(1, 4, 6)).isEqualTo(0.25, within(EXACT));
    }

    /** Rise 0.1, 0.55; at epoch 2 of 6 the cosine has already fallen: 0.2 + 0.4*(1 + 1/2) = 0.8. */
    @Test
    void warmUpRisesLinearlyAndTheCosineKeepsItsOwnCount() {
        LearningRateSchedule cosine = new CosineRate(new CosineRate.Config(0.2, 2, 0.1));
        assertThat(cosine.rate(1, 0, 6)).isEqualTo(0.1, within(EXACT));
        assertThat(cosine.rate(1, 1, 6)).isEqualTo(0.55, within(EXACT));
        assertThat(cosine.rate(1, 2, 6)).isEqualTo(0.8, within(EXACT));
        assertThat(cosine.rate(1, 6, 6)).as("end").isEqualTo(0.2, within(EXACT));
    }

    @Test
    void stepsMultiplyEveryFewEpochs() {
        LearningRateSchedule step = new StepRate(new StepRate.Config(3, 0.5, 0, 0));
        double[] expected = {8, 8, 8, 4, 4, 4, 2};
        for (int epoch = 0; epoch < expected.length; epoch++) {
            assertThat(step.rate(8, epoch, 100)).isEqualTo(expected[epoch], within(EXACT));
        }
    }

    @Test
    void stepsCountFromEpochZeroEvenAfterAWarmUp() {
        LearningRateSchedule step = new StepRate(new StepRate.Config(3, 0.5, 2, 0));
        assertThat(step.rate(8, 1, 100)).isEqualTo(4, within(EXACT));
        assertThat(step.rate(8, 2, 100)).isEqualTo(8, within(EXACT));
        assertThat(step.rate(8, 3, 100)).isEqualTo(4, within(EXACT));
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new StepRate.Config(0, 0.5, 0, 0)).hasMessageContaining("size is 0");
        assertThatThrownBy(() -> new StepRate.Config(3, 0, 0, 0)).hasMessageContaining("factor is 0.0");
        assertThatThrownBy(() -> new CosineRate.Config(0, -1, 0)).hasMessageContaining("warm-up-epochs is -1");
        assertThatThrownBy(() -> new CosineRate.Config(0, 1, -1)).hasMessageContaining("warm-up-rate is -1.0");
    }
}
