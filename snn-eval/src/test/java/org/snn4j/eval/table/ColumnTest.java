package org.snn4j.eval.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snn4j.eval.metric.Measurement;
import org.snn4j.eval.run.RunResult;

class ColumnTest {
    private static final RunResult RESULT = new RunResult(
            1,
            "id",
            false,
            Map.of(
                    "accuracy.test",
                    new Measurement(97.5, 80, "%"),
                    "accuracy.left-out",
                    new Measurement(80.5, 241, "%")),
            Map.of("images-seen", 5000L, "recordings", 79L),
            Map.of("training", 12.34));

    @Test
    void everyNameFindsItsColumn() {
        assertThat(Column.names())
                .contains(
                        "accuracy",
                        "accuracy.left-out",
                        "accuracy.validation",
                        "top-5",
                        "top-5.left-out",
                        "spike-rate",
                        "images-seen",
                        "recordings",
                        "seconds");
        assertThat(Column.names())
                .allSatisfy(name -> assertThat(Column.named(name)).isPresent());
        assertThat(Column.named("accuracy.train")).isEmpty();
        assertThat(Column.named("Accuracy")).isEmpty();
    }

    @Test
    void columnsReadTheirNumberAndTheSamplesBehindIt() {
        assertThat(Column.named("accuracy").orElseThrow().value(RESULT)).hasValue(97.5);
        assertThat(Column.named("accuracy.test").orElseThrow().value(RESULT)).hasValue(97.5);
        assertThat(Column.named("accuracy.left-out").orElseThrow().samples(RESULT))
                .hasValue(241);
        assertThat(Column.named("images-seen").orElseThrow().value(RESULT)).hasValue(5000);
        assertThat(Column.named("images-seen").orElseThrow().samples(RESULT)).isEmpty();
        assertThat(Column.named("seconds").orElseThrow().value(RESULT)).hasValue(12.34);
        assertThat(Column.named("top-5").orElseThrow().value(RESULT)).isEmpty();
    }

    @Test
    void headersCarryTheUnit() {
        assertThat(Column.named("accuracy").orElseThrow().header()).isEqualTo("accuracy [%]");
        assertThat(Column.named("images-seen").orElseThrow().header()).isEqualTo("images-seen");
    }
}
