package org.snn4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    void correctedValuesAreThoseComputedByHand() {
        // rising: 0.005 * 4 = 0.02; 0.01 * 3 = 0.03; 0.03 * 2 = 0.06; 0.04 * 1 = 0.04, raised to the 0.06 before it
        double[] corrected = correct(0.01, 0.04, 0.03, 0.005).stream()
                .mapToDouble(OptionalDouble::orElseThrow)
                .toArray();
        assertThat(corrected).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    }

    @Test
    void correctedValuesStayProbabilities() {
        assertThat(correct(0.6, 0.7)).containsExactly(of(1), of(1));
        assertThat(correct(0.03)).containsExactly(of(0.03));
        assertThat(Holm.correct(List.of())).isEmpty();
    }

    @Test
    void testWithoutValueCountsInTheNumber() {
        List<OptionalDouble> corrected = Holm.correct(List.of(OptionalDouble.empty(), of(0.01)));
        assertThat(corrected).containsExactly(OptionalDouble.empty(), of(0.02));
    }

    @Test
    void valueThatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> correct(1.5)).hasMessage("p-value is 1.5, must be in [0.0, 1.0]");
    }

    private static List<OptionalDouble> correct(double... values) {
        return Holm.correct(Arrays.stream(values).mapToObj(OptionalDouble::of).toList());
    }

    private static OptionalDouble of(double value) {
        return OptionalDouble.of(value);
    }
}
