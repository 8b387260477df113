package org.snn4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedTestTest {
    @Test
    void tTestIsThatComputedByHand() {
        PairedTest test = PairedTest.of(List.of(81.0, 84.0, 83.0), List.of(80.0, 82.0, 80.0));
        assertThat(test.differences().values()).containsExactly(1.0, 2.0, 3.0);
        // mean 2, deviation 1, t = 2 √3; with 2 degrees of freedom p = 1 - t / √(2 + t²) = 1 - 2 √3 / √14
        assertThat(test.student().orElseThrow()).isCloseTo(1 - 2 * Math.sqrt(3) / Math.sqrt(14), within(1e-12));
    }

    @Test
    void signFlipsCountsThePatternsAtLeastAsFarOut() {
        // |1 - 2 + 4| = 3, |1 + 2 + 4| = 7, |1 - 2 - 4| = 5, |1 + 2 - 4| = 1: three of four reach 3.
        assertThat(differences(1, -2, 4).signFlips()).hasValue(0.75);
        assertThat(differences(1, 2, 3).signFlips()).hasValue(0.25);
        assertThat(differences(1, 2, 3, 4, 5).signFlips()).hasValue(2 / 32.0);
    }

    @Test
    void equalSumsCountAlthoughRoundingMakesThemDiffer() {
        assertThat(differences(0.1, 0.2, -0.3).signFlips()).hasValue(1);
        assertThat(differences(0.3, 0.3, 0.1).signFlips()).hasValue(0.25);
    }

    @Test
    void orderAndSignOfTheDifferencesDoNotMatter() {
        PairedTest there = differences(2.5, -1.25, 5, 0, 3.75);
        PairedTest back = differences(0, -3.75, 1.25, -2.5, -5);
        assertThat(back.student().orElseThrow()).isCloseTo(there.student().orElseThrow(), within(1e-12));
        assertThat(back.signFlips()).isEqualTo(there.signFlips());
    }

    @Test
    void noDifferenceAtAllIsNoEvidence() {
        assertThat(differences(0, 0, 0).student()).hasValue(1);
        assertThat(differences(0, 0, 0).signFlips()).hasValue(1);
    }

    @Test
    void equalDifferencesLeaveTheTTestWithoutAMeasure() {
        assertThat(differences(1.25, 1.25, 1.25).student()).isEmpty();
        assertThat(differences(1.25, 1.25, 1.25).signFlips()).hasValue(0.25);
    }

    @Test
    void onePairShowsNothing() {
        assertThat(differences(3).student()).isEmpty();
        assertThat(differences(3).signFlips()).isEmpty();
    }

    @Test
    void signsOfManyDifferencesAreNotAllTried() {
        assertThat(new PairedTest(new Sample(Collections.nCopies(21, 1.0))).signFlips())
                .isEmpty();
    }

    @Test
    void pairsNeedTwoOfEach() {
        assertThatThrownBy(() -> PairedTest.of(List.of(1.0), List.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values are 1, must be as many as those of the base, 2");
    }

    private static PairedTest differences(double... values) {
        return new PairedTest(new Sample(Arrays.stream(values).boxed().toList()));
    }
}
