package org.snn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeFoldTest {
    /** Two streams of 3 steps with 4 samples: stream 1, step 2 begins at row (1*3 + 2)*4 = 20. */
    @Test
    void rowsAreStreamMajorThenTimeMajor() {
        TimeFold fold = new TimeFold(List.of(Stream.SOURCE, Stream.TARGET), 3, 4);
        assertThat(fold.rows()).isEqualTo(24);
        assertThat(fold.rowsPerStream()).isEqualTo(12);
        assertThat(fold.row(1, 2)).isEqualTo(20);
        assertThat(fold.row(0, 1)).isEqualTo(4);
        assertThat(fold.indexOf(Stream.TARGET)).isEqualTo(1);
    }

    @Test
    void everyRowBelongsToOneStreamStepAndSample() {
        TimeFold fold = new TimeFold(List.of(Stream.TARGET, Stream.SOURCE), 2, 3);
        List<Integer> rows = new ArrayList<>();
        for (int s = 0; s < 2; s++) {
            for (int t = 0; t < 2; t++) {
                int first = fold.row(s, t);
                IntStream.range(first, first + 3).forEach(rows::add);
            }
        }
        assertThat(rows).isEqualTo(IntStream.range(0, fold.rows()).boxed().toList());
    }

    @Test
    void aFoldHasStreamsStepsAndSamples() {
        assertThatThrownBy(() -> new TimeFold(List.of(), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> new TimeFold(List.of(Stream.SOURCE, Stream.SOURCE), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none twice");
        assertThatThrownBy(() -> new TimeFold(List.of(Stream.SOURCE), 0, 1))
                .hasMessage("steps is 0, must be at least 1");
        assertThatThrownBy(() -> new TimeFold(List.of(Stream.SOURCE), 1, 0))
                .hasMessage("samples is 0, must be at least 1");
    }

    @Test
    void aStreamThatIsNotThereIsNamed() {
        TimeFold fold = new TimeFold(List.of(Stream.TARGET), 1, 1);
        assertThatThrownBy(() -> fold.indexOf(Stream.SOURCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no source stream");
    }

    @Test
    void theListOfStreamsCannotBeChangedFromOutside() {
        List<Stream> streams = new ArrayList<>(List.of(Stream.SOURCE));
        TimeFold fold = new TimeFold(streams, 1, 1);
        streams.add(Stream.TARGET);
        assertThat(fold.streams()).containsExactly(Stream.SOURCE);
    }
}
