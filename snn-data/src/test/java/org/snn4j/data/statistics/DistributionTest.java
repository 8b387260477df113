package org.snn4j.data.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final Distribution FOUR = Distribution.of(4, 1, 3, 2);

    @Test
    void momentsAndQuantilesAreThoseComputedByHand() {
        assertThat(FOUR.mean()).isEqualTo(2.5);
        assertThat(FOUR.deviation()).isCloseTo(Math.sqrt(1.25), within(1e-12));
        assertThat(FOUR.quantile(0)).isEqualTo(1);
        assertThat(FOUR.quantile(0.5)).isEqualTo(2.5);
        assertThat(FOUR.quantile(0.9)).isCloseTo(3.7, within(1e-12));
        assertThat(FOUR.quantile(1)).isEqualTo(4);
        assertThat(Distribution.of().quantile(0.5)).isNaN();
    }

    @Test
    void wassersteinIsTheShiftOfAShiftedSampleAndTheAreaOtherwise() {
        assertThat(FOUR.wasserstein(FOUR)).isZero();
        assertThat(FOUR.wasserstein(Distribution.of(6.5, 3.5, 4.5, 5.5))).isCloseTo(2.5, within(1e-12));
        // {0, 2} against {0, 1, 5}: F - G is 1/2 - 1/3 on [0, 1), 1/2 - 2/3 on [1, 2), 1 - 2/3 on [2, 5): 1/6 + 1/6 +
        // 1.
        assertThat(Distribution.of(0, 2).wasserstein(Distribution.of(5, 0, 1))).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(Distribution.of(5, 0, 1).wasserstein(Distribution.of(0, 2))).isCloseTo(4.0 / 3, within(1e-12));
    }

    @Test
    void kolmogorovSmirnovIsTheLargestDifferenceAndOneForDisjointSamples() {
        assertThat(FOUR.kolmogorovSmirnov(FOUR)).isZero();
        assertThat(FOUR.kolmogorovSmirnov(Distribution.of(5, 6))).isEqualTo(1);
        assertThat(Distribution.of(0, 2).kolmogorovSmirnov(Distribution.of(5, 0, 1)))
                .isCloseTo(1.0 / 3, within(1e-12));
        assertThat(Distribution.of(1, 1, 1, 2).kolmogorovSmirnov(Distribution.of(1, 2, 2, 2)))
                .isCloseTo(0.5, within(1e-12));
        assertThat(Distribution.of().kolmogorovSmirnov(FOUR)).isEqualTo(1);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Distribution.of(1, Double.NaN)).hasMessageContaining("value is NaN");
        assertThatThrownBy(() -> Distribution.of().wasserstein(FOUR)).hasMessageContaining("must have at least 1");
        assertThatThrownBy(() -> FOUR.quantile(1.5)).hasMessageContaining("part is 1.5");
    }
}
