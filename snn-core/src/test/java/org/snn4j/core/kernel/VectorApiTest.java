package org.snn4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens where the module is missing is tested where the program is started. */
class VectorApiTest {
    @ParameterizedTest
    @ValueSource(ints = {64, 128, 256, 512})
    void vectorsThatFillTheColumnsAreUsed(int bits) {
        assertThat(VectorApi.refusal(bits)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {384, 1024, 2048})
    void vectorsThatDoNotFillTheColumnsAreRefused(int bits) {
        assertThat(VectorApi.refusal(bits))
                .contains("the vectors of this machine have " + bits + " bits, must be a divisor of 512");
    }

    @Test
    void kernelsAreThereAsSoonAsVectorsAre() {
        assumeTrue(VectorApi.present(), "Java was started without --add-modules " + VectorApi.MODULE);
        assertThat(VectorApi.rowSums()).isPresent();
        assertThat(VectorApi.winogradLoops()).isPresent();
        assertThatIllegalStateException().isThrownBy(VectorApi::absence);
    }
}
