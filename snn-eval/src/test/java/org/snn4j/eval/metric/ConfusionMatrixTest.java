package org.snn4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    @Test
    void csvHasARowPerTrueClassAndQuotesAwkwardNames() {
        ConfusionMatrix matrix = new ConfusionMatrix(List.of("cat, big", "dog"), new long[][] {{3, 1}, {0, 6}});
        assertThat(matrix.toCsv())
                .isEqualTo(
                        "true class (rows) / predicted class (columns) [recordings],\"cat, big\",dog\n\"cat, big\",3,1\ndog,0,6\n");
        assertThat(matrix.total()).isEqualTo(10);
        assertThat(matrix.correct()).isEqualTo(9);
        assertThat(matrix.count(0, 1)).isEqualTo(1);
    }

    @Test
    void callersCannotChangeIt() {
        long[][] counts = {{1, 0}, {0, 1}};
        ConfusionMatrix matrix = new ConfusionMatrix(List.of("a", "b"), counts);
        counts[0][0] = 7;
        matrix.counts()[1][1] = 7;
        assertThat(matrix.total()).isEqualTo(2);
    }

    @Test
    void refusesAnotherShape() {
        assertThatThrownBy(() -> new ConfusionMatrix(List.of("a", "b"), new long[][] {{1, 0}}))
                .hasMessageContaining("2 rows");
    }
}
