package org.snn4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void meanDeviationAndIntervalAreThoseComputedByHand() {
        Sample sample = new Sample(List.of(90.0, 92.0, 97.0));
        // mean 93; squares 9 + 1 + 16 = 26; 26/2 = 13
        assertThat(sample.mean()).hasValue(93);
        assertThat(sample.deviation().orElseThrow()).isCloseTo(Math.sqrt(13), within(1e-12));
        // With 2 degrees of freedom t = (2p - 1) √(2 / (4 p (1 - p))): p = 0.975 gives 0.95 √(2 / 0.0975) = 4.302653.
        double half = 0.95 * Math.sqrt(2 / 0.0975) * Math.sqrt(13) / Math.sqrt(3);
        assertThat(sample.interval().orElseThrow().low()).isCloseTo(93 - half, within(1e-9));
        assertThat(sample.interval().orElseThrow().high()).isCloseTo(93 + half, within(1e-9));
    }

    @Test
    void intervalOfTenUsesThePrintedPointOfStudentsTable() {
        Sample sample = new Sample(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0));
        // s² = 82.5 / 9; t(9) = 2.262157
        double half = 2.262157 * Math.sqrt(82.5 / 9 / 10);
        assertThat(sample.interval().orElseThrow().high()).isCloseTo(5.5 + half, within(1e-6));
    }

    @Test
    void fewerThanTwoValuesHaveNoSpread() {
        assertThat(new Sample(List.of()).mean()).isEmpty();
        assertThat(new Sample(List.of(5.0)).mean()).hasValue(5);
        assertThat(new Sample(List.of(5.0)).deviation()).isEmpty();
        assertThat(new Sample(List.of(5.0)).interval()).isEmpty();
    }

    @Test
    void deviationThatIsRoundingOnlyIsZero() {
        assertThat(new Sample(List.of(0.1 + 0.2, 0.3)).deviation()).hasValue(0);
        assertThat(new Sample(List.of(1.0, 1.0)).interval()).contains(new Interval(1, 1));
    }

    @Test
    void intervalIsCutWhereTheQuantityEnds() {
        assertThat(new Interval(96, 103).within(0, 100)).isEqualTo(new Interval(96, 100));
        assertThat(new Interval(-1, 2).within(0, 100)).isEqualTo(new Interval(0, 2));
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessage("low is 2.0, must be at most high, which is 1.0");
    }

    @Test
    void valueThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> new Sample(List.of(1.0, Double.NaN))).hasMessageContaining("must be finite");
    }
}
