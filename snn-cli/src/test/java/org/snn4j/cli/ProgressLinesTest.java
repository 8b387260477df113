package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.snn4j.transfer.Progress;

class ProgressLinesTest {
    private final InstantSource clock = mock(InstantSource.class);
    private final StringWriter text = new StringWriter();
    private final ProgressLines lines = new ProgressLines(new PrintWriter(text), "tmkt, seed 2", clock);

    @Test
    void rateAndTimeLeftComeFromBatchesDoneSinceThePhaseBegan() {
        at(100);
        lines.phaseStarted(null);
        at(140);
        // 4 epochs of 50 batches; the 20th batch of the second epoch is number 70: 70 in 40 s, 130 left at 1.75/s take
        // 74.3 s.
        lines.batchDone("train", new Progress(1, 4, 19, 50), 0.25);
        assertThat(text.toString().strip())
                .isEqualTo("tmkt, seed 2, train: epoch 2 of 4, loss 0.2500, 1.8 batches/s, 74 s left");
    }

    @Test
    void saysNothingMoreThanTwiceAMinute() {
        at(0);
        lines.phaseStarted(null);
        for (int second = 1; second <= 120; second++) {
            at(second);
            lines.batchDone("train", new Progress(0, 1, second - 1, 200), 1);
        }
        assertThat(text.toString().lines()).hasSize(4);
    }

    private void at(long second) {
        when(clock.instant()).thenReturn(Instant.ofEpochSecond(second));
    }
}
