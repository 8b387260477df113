package org.snn4j.eval.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
        Expectation expected = expected(92.64, "a paper", 0.5 + 1e-9);
        assertThat(new Cell(ACCURACY, List.of(ours), 1, Optional.of(expected)).verdict())
                .contains(verdict);
    }

    @Test
    void missingRunIsNeverAPassEvenIfTheOthersAgreeExactly() {
        Expectation expected = expected(90, "a paper", 100);
        Cell partial = new Cell(ACCURACY, List.of(90.0, 90.0), 5, Optional.of(expected));
        assertThat(partial.verdict()).contains(Verdict.NOT_RUN);
        assertThat(partial.text(" ± ")).isEqualTo("90.00 ± 0.00 (2/5)");
        Cell none = new Cell(ACCURACY, List.of(), 5, Optional.of(expected));
        assertThat(none.verdict()).contains(Verdict.NOT_RUN);
        assertThat(none.text(" ± ")).isEqualTo("- (0/5)");
    }

    @Test
    void expectedValueNeedsASource() {
        assertThatThrownBy(() -> expected(90, " ", 0.5)).hasMessageContaining("source");
        assertThatThrownBy(() -> expected(90, "a paper", -0.5)).hasMessageContaining("tolerance is -0.5");
    }

    @Test
    void unknownNumberIsSaidAndGivesNoVerdict() {
        Expectation unknown =
                new Expectation("full", "accuracy", Optional.empty(), "a paper, table 2", Evidence.U, Optional.empty());
        assertThat(unknown.text(ACCURACY)).isEqualTo("unknown");
        assertThat(new Cell(ACCURACY, List.of(90.0), 1, Optional.of(unknown)).verdict())
                .isEmpty();
        assertThat(new Cell(ACCURACY, List.of(), 1, Optional.of(unknown)).verdict())
                .contains(Verdict.NOT_RUN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Evidence.class,
            names = {"M", "U"})
    void numberWithoutEvidenceIsRefused(Evidence evidence) {
        assertThatThrownBy(() ->
                        new Expectation("full", "accuracy", Optional.of(63.6), "hearsay", evidence, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value is 63.6, must be left out with evidence " + evidence.tag());
    }

    @Test
    void evidenceWithoutNumberIsRefused() {
        assertThatThrownBy(() ->
                        new Expectation("full", "accuracy", Optional.empty(), "a paper", Evidence.V2, Optional.empty()))
                .hasMessageContaining("value is left out, must be given with evidence V2");
    }

    @Test
    void intervalIsStudentsAndEndsWhereAccuraciesDo() {
        // mean 93, deviation √13, t(2) = 4.302653: half width 8.9567
        assertThat(new Cell(ACCURACY, List.of(90.0, 92.0, 97.0), 3, Optional.empty()).intervalText())
                .isEqualTo("[84.04, 100.00]");
        assertThat(new Cell(ACCURACY, List.of(90.0), 3, Optional.empty()).intervalText())
                .isEmpty();
        // mean 6401, deviation √2, t(1) = 12.7062: half width 12.7; a count has no upper end
        assertThat(new Cell(IMAGES, List.of(6400.0, 6402.0), 2, Optional.empty()).intervalText())
                .isEqualTo("[6388, 6414]");
    }

    private static Expectation expected(double value, String source, double tolerance) {
        return new Expectation("full", "accuracy", Optional.of(value), source, Evidence.V, Optional.of(tolerance));
    }
}
