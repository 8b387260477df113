package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.DataFormatException;

class FailureHandlerTest {
    @Test
    void faultyInputIsTwoAndEverythingElseIsOne() {
        assertThat(FailureHandler.exitCode(new ConfigurationException("a: b"))).isEqualTo(2);
        assertThat(FailureHandler.exitCode(new DataFormatException(Path.of("a.bin"), 5, "end", "4 more bytes")))
                .isEqualTo(2);
        assertThat(FailureHandler.exitCode(new IllegalArgumentException("tau is 0")))
                .isEqualTo(2);
        assertThat(FailureHandler.exitCode(new NoSuchFileException("a"))).isEqualTo(2);
        assertThat(FailureHandler.exitCode(new IllegalStateException("bug"))).isEqualTo(1);
        assertThat(FailureHandler.exitCode(new OutOfMemoryError("heap"))).isEqualTo(1);
    }

    @Test
    void everyProblemOfAConfigurationIsALineOfItsOwn() {
        assertThat(FailureHandler.messages(new ConfigurationException(List.of("a: b", "c: d"))))
                .containsExactly("a: b", "c: d");
    }

    @Test
    void fileAndByteOfDamagedDataAreSaid() {
        assertThat(FailureHandler.messages(new DataFormatException(Path.of("a.bin"), 5, "end", "4 more bytes")))
                .containsExactly("a.bin, byte 5: found end, expected 4 more bytes");
    }

    @Test
    void unexpectedFailureSaysHowToSeeMore() {
        assertThat(FailureHandler.messages(new IllegalStateException("bug")))
                .containsExactly("IllegalStateException: bug (--verbose shows where)");
    }
}
