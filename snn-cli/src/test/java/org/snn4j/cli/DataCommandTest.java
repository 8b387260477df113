package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
    @TempDir
    private Path folder;

    private Path recording;

    @BeforeEach
    void writeRecording() throws IOException {
        recording = folder.resolve("a.bin");
        Files.write(recording, new byte[] {3, 4, (byte) 0x80, 0, 10, 5, 6, 0, 0, 20});
    }

    @Test
    void checkCountsWholeRecordings() {
        Program program = new Program();
        assertThat(program.run("data", "check", folder)).isZero();
        assertThat(program.out()).contains("1 recordings (1 ATIS), 2 events", "no damage found");
    }

    @Test
    void checkListsDamageWithItsByteAndFails() throws IOException {
        Files.write(folder.resolve("b.bin"), new byte[] {3, 4, 0, 0, 10, 5, 6});
        Program program = new Program();
        assertThat(program.run("data", "check", folder)).isEqualTo(2);
        assertThat(program.out().replaceAll("\\s+", " "))
                .contains("b.bin, byte 5: found 2 bytes at the end", "1 damaged");
    }

    @Test
    void checkHoldsEventsAgainstTheSensor() {
        Program program = new Program();
        assertThat(program.run("data", "check", folder, "--sensor", "5x5")).isEqualTo(2);
        assertThat(program.out().replaceAll("\\s+", " ")).contains("byte 5");
        assertThat(new Program().run("data", "check", folder, "--sensor", "5")).isEqualTo(2);
        assertThat(new Program().run("data", "check", folder.resolve("none"))).isEqualTo(2);
    }

    @Test
    void viewPrintsFactsAndWritesPageAndAnimation() {
        Path page = folder.resolve("a.html");
        Path animation = folder.resolve("a.gif");
        Program program = new Program();
        assertThat(program.run("data", "view", recording, "--html", page, "--gif", animation))
                .isZero();
        assertThat(program.out()).contains("format: ATIS", "events: 2", "ON events: 50.0 %");
        assertThat(program.out().lines()).allSatisfy(line -> {
            if (!line.contains(folder.toString())) {
                assertThat(line).hasSizeLessThanOrEqualTo(80);
            }
        });
        assertThat(page).content().contains("count-by-number", "count-by-time");
        assertThat(animation).isNotEmptyFile();
    }

    @Test
    void missingSubcommandIsNamed() {
        Program program = new Program();
        assertThat(program.run("data")).isEqualTo(2);
        assertThat(program.err()).contains("check", "view");
    }
}
