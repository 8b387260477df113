package org.snn4j.eval.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {
    private static final Column ACCURACY = Column.named("accuracy").orElseThrow();
    private static final Column IMAGES = Column.named("images-seen").orElseThrow();

    @Test
    void meanAndSampleDeviationAreThoseComputedByHand() {
        Cell cell = new Cell(ACCURACY, List.of(90.0, 92.0, 97.0), 3, Optional.empty());
        // mean 93; squares 9 + 1 + 16 = 26; 26/2 = 13
        assertThat(cell.mean()).hasValue(93);
        assertThat(cell.deviation().orElseThrow()).isCloseTo(Math.sqrt(13), within(1e-12));
        assertThat(cell.text(" ± ")).isEqualTo("93.00 ± 3.61");
    }

    @Test
    void oneRunHasNoDeviation() {
        Cell cell = new Cell(ACCURACY, List.of(90.0), 1, Optional.empty());
        assertThat(cell.deviation()).isEmpty();
        assertThat(cell.text(" ± ")).isEqualTo("90.00");
    }

    @Test
    void countsThatDoNotSpreadShowNoDeviationButAccuraciesDo() {
        assertThat(new Cell(IMAGES, List.of(6400.0, 6400.0), 2, Optional.empty()).text(" ± "))
                .isEqualTo("6400");
        assertThat(new Cell(IMAGES, List.of(6400.0, 6402.0), 2, Optional.empty()).text(" ± "))
                .isEqualTo("6401 ± 1");
        assertThat(new Cell(ACCURACY, List.of(90.0, 90.0), 2, Optional.empty()).text(" ± "))
                .isEqualTo("90.00 ± 0.00");
    }

    @ParameterizedTest
    @CsvSource({
        "92.64, OK", // equal
        "92.644, OK", // prints as 92.64
        "92.646, CLOSE", // prints as 92.65
        "93.14, CLOSE", // exactly at the tolerance, above
        "92.14, CLOSE", // exactly at the tolerance, below
        "93.15, DIFFERENT",
        "92.13, DIFFERENT",
        "99.99, DIFFERENT" // better is different too
    })
    void verdictIsTwoSided(double ours, Verdict verdict) {
        Expectation expected = new Expectation("full", "accuracy", 92.64, "a paper", Optional.of(0.5 + 1e-9));
        assertThat(new Cell(ACCURACY, List.of(ours), 1, Optional.of(expected)).verdict())
                .contains(verdict);
    }

    @Test
    void missingRunIsNeverAPassEvenIfTheOthersAgreeExactly() {
        Expectation expected = new Expectation("full", "accuracy", 90, "a paper", Optional.of(100.0));
        Cell partial = new Cell(ACCURACY, List.of(90.0, 90.0), 5, Optional.of(expected));
        assertThat(partial.verdict()).contains(Verdict.NOT_RUN);
        assertThat(partial.text(" ± ")).isEqualTo("90.00 ± 0.00 (2/5)");
        Cell none = new Cell(ACCURACY, List.of(), 5, Optional.of(expected));
        assertThat(none.verdict()).contains(Verdict.NOT_RUN);
        assertThat(none.text(" ± ")).isEqualTo("- (0/5)");
    }

    @Test
    void expectedValueNeedsASource() {
        assertThatThrownBy(() -> new Expectation("full", "accuracy", 90, " ", Optional.of(0.5)))
                .hasMessageContaining("source");
        assertThatThrownBy(() -> new Expectation("full", "accuracy", 90, "a paper", Optional.of(-0.5)))
                .hasMessageContaining("tolerance is -0.5");
    }
}
