package org.snn4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PublishedSplitsTest {
    @Test
    void leadingSplitRoundsUpAndListsClassAfterClass() {
        // class 0: samples 1, 3, 4, of which ceil(1.5) = 2 train; class 1: samples 0, 2, of which 1 trains
        LeadingSplit split = LeadingSplit.roundedUp(new int[] {1, 0, 1, 0, 0}, 2, 0.5);
        assertThat(split.train()).containsExactly(1, 3, 0);
        assertThat(split.test()).containsExactly(4, 2);
    }

    @Test
    void he2024RoundsHalfToEven() {
        // 0.9 * 45 = 40.5 -> 40; 0.9 * 35 = 31.5 -> 32
        He2024Split split = new He2024Split(new int[] {45, 35}, 0.9);
        assertThat(split.trainSize(0)).isEqualTo(40);
        assertThat(split.trainSize(1)).isEqualTo(32);
        assertThat(split.trainSize()).isEqualTo(72);
        assertThat(split.train()).hasSize(72).startsWith(0).endsWith(45 + 31);
        assertThat(split.test()).containsExactly(40, 41, 42, 43, 44, 77, 78, 79);
        assertThat(split.drawWeight(0)).isEqualTo(80.0 / 45);
    }

    @Test
    void he2024PartnersReachIntoTheTestPartAsCommittedOnly() {
        He2024Split split = new He2024Split(new int[] {10, 10}, 0.9);
        int firstTest = 19;
        assertThat(split.firstPartner(1) + split.partners(1, 1)).isEqualTo(firstTest);
        assertThat(split.firstPartner(1) + split.partnersAsCommitted(1, 1)).isEqualTo(firstTest + 1);
        assertThat(split.partners(1, 0.5)).as("4.5 rounded down").isEqualTo(4);
    }

    @Test
    void shareOutOfRangeIsNamed() {
        assertThatThrownBy(() -> new He2024Split(new int[] {1}, 1.1)).hasMessageContaining("share is 1.1");
        assertThatThrownBy(() -> LeadingSplit.roundedUp(new int[] {0}, 1, -1)).hasMessageContaining("share is -1.0");
        assertThatThrownBy(() -> new He2024Split(new int[] {3, 0}, 0.9)).hasMessageContaining("size of class 1 is 0");
    }
}
