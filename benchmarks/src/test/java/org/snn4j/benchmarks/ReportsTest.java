package org.snn4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the tests of the reports, which are in Python, where there is one. */
class ReportsTest {
    @Test
    void reportsSayWhatMadeUpMeasurementsMean() throws IOException, InterruptedException {
        assumeTrue(
                runs("python3", "-c", "import sys; assert sys.version_info >= (3, 9)"), "python3 is not on the path");
        Process process = new ProcessBuilder("python3", "-B", "-m", "unittest", "test_reports")
                .directory(Path.of("peers").toFile())
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(text).isZero();
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
