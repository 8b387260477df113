package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FetchLinesTest {
    private static final long MEGABYTE = 1 << 20;

    private final List<String> lines = new ArrayList<>();
    private final FetchLines progress = new FetchLines(lines::add);

    private void receive(String file, long megabytes, OptionalLong total) {
        for (long bytes = MEGABYTE / 2; bytes <= megabytes * MEGABYTE; bytes += MEGABYTE / 2) {
            progress.received(file, bytes, total);
        }
    }

    @Test
    void eachSixteenthIsALine() {
        receive("a.zip", 32, OptionalLong.of(32 * MEGABYTE));
        assertThat(lines).hasSize(17).startsWith("a.zip: 0.5 of 32.0 MB", "a.zip: 2.0 of 32.0 MB");
        assertThat(lines).endsWith("a.zip: 32.0 of 32.0 MB");
    }

    @Test
    void each64MegabytesOfAFileOfUnknownLengthAreALine() {
        receive("a.zip", 130, OptionalLong.empty());
        assertThat(lines).containsExactly("a.zip: 0.5 MB", "a.zip: 64.0 MB", "a.zip: 128.0 MB");
    }

    @Test
    void everyFileAndEveryAttemptBeginsAnew() {
        progress.received("a", MEGABYTE, OptionalLong.of(2 * MEGABYTE));
        progress.received("b", 0, OptionalLong.of(2 * MEGABYTE));
        progress.again("b", "it was cut");
        progress.received("b", 0, OptionalLong.of(2 * MEGABYTE));
        progress.unpacking("a");
        assertThat(lines)
                .containsExactly(
                        "a: 1.0 of 2.0 MB",
                        "b: 0.0 of 2.0 MB",
                        "b: again, since it was cut",
                        "b: 0.0 of 2.0 MB",
                        "a: unpacking");
    }
}
