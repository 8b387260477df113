package org.snn4j.data.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PublishedPairingsTest {
    @Test
    void r2etlWalksTheImagesAndRepeatsTheRecordings() {
        // images by class: 0: 1, 3, 4; 1: 0, 2. Recordings 0, 1 of class 0 and 2 of class 1.
        R2etlPairing pairing = R2etlPairing.of(new int[] {1, 0, 1, 0, 0}, new int[] {0, 0, 1}, 1);
        assertThat(pairing.image()).containsExactly(1, 3, 4, 0, 2);
        assertThat(pairing.recording()).containsExactly(0, 1, 0, 2, 2);
    }

    @Test
    void r2etlShareIsRoundedDownPerClass() {
        // 0.6 * 3 = 1.8 -> 1 recording of each class
        R2etlPairing pairing = R2etlPairing.of(new int[] {0, 0, 1}, new int[] {0, 0, 0, 1, 1, 1}, 0.6);
        assertThat(pairing.recording()).containsExactly(0, 0, 3);
    }

    @Test
    void r2etlRefusesAClassWithoutRecordings() {
        assertThatThrownBy(() -> R2etlPairing.of(new int[] {0, 1}, new int[] {0}, 1))
                .hasMessageContaining("class 1 has images but no recording");
        assertThatThrownBy(() -> R2etlPairing.of(new int[] {0}, new int[] {0}, 0.5))
                .hasMessageContaining("at share 0.5");
        assertThatThrownBy(() -> R2etlPairing.of(new int[] {0}, new int[] {1, 0}, 1))
                .hasMessageContaining("label 1 is 0");
    }

    @Test
    void cepPartnersAsCommittedAreOfHalfTheClass() {
        CepPartners partners = CepPartners.of(4, 10, 0.5);
        for (int label = 0; label < 4; label++) {
            int[] classes = Arrays.stream(partners.asCommitted(label))
                    .map(image -> image / 10)
                    .toArray();
            assertThat(classes).hasSize(5).containsOnly(label / 2);
        }
    }

    @Test
    void cepPartnersAsIntendedAreTrainingImagesOfTheClass() {
        CepPartners partners = CepPartners.of(4, 10, 0.5);
        assertThat(partners.intended(2)).containsExactly(20, 21, 22, 23, 24);
        assertThat(partners.train()).hasSize(20).contains(20, 24).doesNotContain(25);
    }
}
