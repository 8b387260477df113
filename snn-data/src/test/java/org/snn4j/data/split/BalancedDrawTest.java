package org.snn4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;

class BalancedDrawTest {
    /** 50 of class 0, 30 of class 1, 20 of class 2. */
    private static final int[] LABELS =
            IntStream.range(0, 100).map(i -> i < 50 ? 0 : i < 80 ? 1 : 2).toArray();

    private static int[] draw(int total, int minimum, long seed) {
        return BalancedDraw.draw(LABELS, total, minimum, new Seeds(seed).stream("share"));
    }

    private static int[] counts(int[] drawn) {
        int[] counts = new int[3];
        Arrays.stream(drawn).forEach(i -> counts[LABELS[i]]++);
        return counts;
    }

    @Test
    void largestRemaindersRoundTheQuotas() {
        // 7 of 100: 3.5, 2.1, 1.4; the whole parts make 6, class 0 has the largest rest.
        assertThat(BalancedDraw.quotas(new int[] {50, 30, 20}, 7, 0)).containsExactly(4, 2, 1);
        // 5: 2.5, 1.5, 1.0; equal rests go to the lower label.
        assertThat(BalancedDraw.quotas(new int[] {50, 30, 20}, 5, 0)).containsExactly(3, 1, 1);
    }

    @Test
    void eachClassThatOccursGetsTheMinimum() {
        // 2 of 52: 1.92 and 0.08, so both go to class 0, and class 2 gets its one besides.
        assertThat(BalancedDraw.quotas(new int[] {50, 0, 2}, 2, 1)).containsExactly(2, 0, 1);
        assertThatThrownBy(() -> BalancedDraw.quotas(new int[] {50, 0, 2}, 6, 3))
                .hasMessage("class 2 has 2 samples, must have at least 3");
    }

    @Test
    void fewerSamplesThanClassesAreRefused() {
        assertThatThrownBy(() -> BalancedDraw.quotas(new int[] {50, 0, 2}, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("asks for 1 samples, must ask for at least 1 of each of the 2 classes");
        assertThat(BalancedDraw.quotas(new int[] {50, 0, 2}, 0, 0)).containsExactly(0, 0, 0);
    }

    @Test
    void theDrawHoldsItsQuotasWithoutRepetitionInAscendingOrder() {
        int[] drawn = draw(10, 1, 1);
        assertThat(counts(drawn)).containsExactly(5, 3, 2);
        assertThat(drawn).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void drawingEverythingGivesEverything() {
        assertThat(draw(100, 1, 1)).containsExactly(IntStream.range(0, 100).toArray());
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherSeedOther() {
        assertThat(draw(10, 1, 1)).isEqualTo(draw(10, 1, 1)).isNotEqualTo(draw(10, 1, 2));
    }

    @Test
    void aSmallerDrawLiesInsideALargerOne() {
        assertThat(draw(50, 1, 1)).contains(draw(10, 1, 1));
    }

    @Test
    void moreThanThereAreIsRefused() {
        assertThatThrownBy(() -> draw(101, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("101");
    }
}
