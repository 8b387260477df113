package org.snn4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.core.Suggestion;

class RecordSchemaTest {
    @Test
    void parametersHaveKeyTypeAndDefault() {
        RecordSchema schema = RecordSchema.of(SampleComponents.Everything.Config.class);
        assertThat(schema.parameters())
                .extracting(p ->
                        p.key() + " | " + p.typeName() + " | " + p.defaultText().orElse("-"))
                .containsExactly(
                        "count | integer | 7",
                        "ratio | number | 0.1",
                        "exact | true or false | true",
                        "label | text | none",
                        "order | one of by-number, by-time | by-time",
                        "limit | integer or nothing | null",
                        "weights | list of number | [0.5, 1.0E-4]",
                        "orders | set of one of by-number, by-time | []",
                        "sizes | mapping of names to integer | {}",
                        "range | mapping with low, high | {low: 0.0, high: 2.0}");
    }

    @Test
    void aRecordWithoutDefaultsHasNone() {
        assertThat(RecordSchema.of(SampleComponents.Expected.class).defaults()).isEmpty();
        assertThat(RecordSchema.of(SampleComponents.Expected.class).parameters())
                .allMatch(p -> p.fallback().isEmpty());
    }

    @Test
    void whatNoFileCanExpressIsRefused() {
        assertThatThrownBy(() -> RecordSchema.of(WithThread.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WithThread.thread")
                .hasMessageContaining("java.lang.Thread");
        assertThatThrownBy(() -> RecordSchema.of(FullOptional.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be empty in DEFAULTS");
    }

    @ParameterizedTest
    @CsvSource({
        "learningRate,learning-rate",
        "tau,tau",
        "top1,top1",
        "sourceHTTPLink,source-http-link",
        "SurrogateGradient,surrogate-gradient"
    })
    void namesBecomeKebabCase(String camel, String kebab) {
        assertThat(Kebab.fromCamel(camel)).isEqualTo(kebab);
    }

    @ParameterizedTest
    @CsvSource({"tua,tau,1", "adam,adamw,1", "lif,lif,0", "cosin,cosine,1", "abc,xyz,3", "'',ab,2"})
    void distanceCountsASwapOnce(String a, String b, int distance) {
        assertThat(Suggestion.distance(a, b)).isEqualTo(distance);
    }

    @Test
    void onlyCloseNamesAreSuggested() {
        assertThat(Suggestion.closest("entrpy", List.of("entropy", "alignment")))
                .contains("entropy");
        assertThat(Suggestion.closest("resnet", List.of("entropy", "alignment")))
                .isEmpty();
    }

    record WithThread(Thread thread) {}

    record FullOptional(Optional<Integer> number) {
        static final FullOptional DEFAULTS = new FullOptional(Optional.of(3));
    }
}
