package org.snn4j.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void medianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(5_000_000L, 1_000_000L, 2_000_000L))).isEqualTo(new Spread(2, 1, 5));
        assertThat(Spread.of(List.of(4_000_000L, 1_000_000L, 2_000_000L, 9_000_000L)))
                .isEqualTo(new Spread(3, 1, 9));
    }

    @Test
    void nothingHasNoSpread() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
    }
}
