package org.snn4j.transfer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.snn4j.core.Stream;

class CoralTest {
    private static final Coral CORAL = new Coral(Coral.Config.DEFAULTS);

    @Test
    void valueAndGradientAreThoseComputedByHand() {
        // One feature: variances of {0, 2} and {0, 4} are 2 and 8; (2 - 8)^2 / (4 * 1) = 9.
        ObjectiveValue value = pair(new double[][][] {{{0}, {2}}}, new double[][][] {{{0}, {4}}});
        assertThat(value.value()).isCloseTo(9, within(1e-12));
        // d variance / dx = 2 (x - mean) / (n - 1) = -2, 2 and -4, 4; times (2 - 8) / 2 and its negative
        Case.assertGradient(value, Stream.SOURCE, "feature.spikes", 6, -6);
        Case.assertGradient(value, Stream.TARGET, "feature.spikes", -12, 12);
    }

    @Test
    void covariancesAreComparedNotOnlyVariances() {
        // Both features have variance 2 in both streams, but they rise together in one and against each other in the
        // other: 2 (2 - (-2))^2 / (4 * 4) = 2.
        ObjectiveValue value = pair(new double[][][] {{{0, 0}, {2, 2}}}, new double[][][] {{{0, 2}, {2, 0}}});
        assertThat(value.value()).isCloseTo(2, within(1e-12));
    }

    @Test
    void meanOverTheStepsIsWhatCounts() {
        ObjectiveValue value =
                pair(new double[][][] {{{0}, {4}}, {{0}, {0}}}, new double[][][] {{{0}, {4}}, {{0}, {4}}});
        assertThat(value.value()).isCloseTo(9, within(1e-12));
        Case.assertGradient(value, Stream.SOURCE, "feature.spikes", 3, -3, 3, -3);
    }

    @Test
    void equalAndShiftedFeaturesAreAligned() {
        assertThat(pair(new double[][][] {{{0, 1}, {2, 5}}}, new double[][][] {{{7, 1}, {9, 5}}})
                        .value())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void otherNumbersOfFeaturesAreRefused() {
        assertThatThrownBy(() -> pair(new double[][][] {{{0, 1}, {2, 5}}}, new double[][][] {{{7}, {9}}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("covariances of 2 and 1 features");
    }

    private static ObjectiveValue pair(double[][][] source, double[][][] target) {
        return Case.signal(Stream.SOURCE, "feature.spikes", source)
                .and(Stream.TARGET, "feature.spikes", target)
                .labels(0, 1)
                .evaluate(CORAL);
    }
}
