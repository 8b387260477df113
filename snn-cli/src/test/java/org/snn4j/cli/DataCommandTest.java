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
        assertThat(program.out()).contains("1 recording (1 ATIS), 2 events", "0 other files", "no damage found");
    }

    @Test
    void checkListsDamageWithItsByteAndFails() throws IOException {
        Files.write(folder.resolve("b.bin"), new byte[] {3, 4, 0, 0, 10, 5, 6});
        Program program = new Program();
        assertThat(program.run("data", "check", folder)).isEqualTo(2);
        assertThat(program.out().replaceAll("\\s+", " "))
                .contains("2 recordings (2 ATIS)", "b.bin, byte 5: found 2 bytes at the end", "1 damaged");
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
    void recordingThatIsCutInsideAnEventIsToldByViewAndByCheck() throws IOException {
        byte[] cut = new byte[1003];
        for (int i = 0; i < 200; i++) {
            cut[i * 5 + 4] = (byte) (i / 2);
        }
        Path file =
                Files.write(Files.createDirectories(folder.resolve("lone/in")).resolve("cut.bin"), cut);
        String told = "cut.bin, byte 1000: found 3 bytes at the end of what looks like an ATIS recording, expected";
        Program view = new Program();
        assertThat(view.run("data", "view", file)).isEqualTo(2);
        assertThat(view.err().replaceAll("\\s+", " ")).contains(told);
        Program check = new Program();
        assertThat(check.run("data", "check", file)).isEqualTo(2);
        assertThat(check.out().replaceAll("\\s+", " ")).contains("1 recording (1 ATIS)", told, "1 damaged");
    }

    @Test
    void missingSubcommandIsNamed() {
        Program program = new Program();
        assertThat(program.run("data")).isEqualTo(2);
        assertThat(program.err()).contains("check", "view");
    }

    @Test
    void fetchShowsSizeLicenceAndSourceAndLoadsNothingUnlessAskedTo() {
        Program program = new Program();
        assertThat(program.run("data", "fetch", "cifar-10", "--data", folder)).isZero();
        assertThat(program.out().replaceAll("\\s+", " "))
                .contains(
                        "licence: not verified: see https://www.cs.toronto.edu/~kriz/cifar.html",
                        "cifar-10-binary.tar.gz: 162.2 MB, https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz,",
                        "MD5 c32a1d4ab5d03f1284b67883e8d87530",
                        "Nothing was loaded")
                .doesNotContain("none; free to use");
        assertThat(folder.resolve("cifar-10")).doesNotExist();
    }

    @Test
    void fetchNamesWhatItDoesNotKnowOrCannotLoad() {
        Program unknown = new Program();
        assertThat(unknown.run("data", "fetch", "n-mnits", "--data", folder)).isEqualTo(2);
        assertThat(unknown.err())
                .contains("there is no data set 'n-mnits'; known: n-mnist, ", "did you mean 'n-mnist'?");
        Program byHand = new Program();
        assertThat(byHand.run("data", "fetch", "cep-dvs", "--data", folder, "--yes"))
                .isEqualTo(2);
        assertThat(byHand.err()).contains("no program can load CEP-DVS", "issues/2", "size not known");
        Program nowhere = new Program();
        assertThat(nowhere.run("data", "fetch", "cifar-10")).isEqualTo(2);
        assertThat(nowhere.err()).contains("--data", "SNN4J_DATA");
    }

    @Test
    void fetchLeavesAFolderAloneThatIsThere() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("cifar-10")).resolve("mine.txt");
        Files.writeString(mine, "mine");
        Program program = new Program();
        assertThat(program.run("data", "fetch", "cifar-10", "--data", folder, "--yes"))
                .isEqualTo(2);
        assertThat(program.err()).contains("was not made by this command");
        assertThat(mine).hasContent("mine");
        Files.writeString(folder.resolve("cifar-10/fetched.json"), "{}");
        Program complete = new Program();
        assertThat(complete.run("data", "fetch", "cifar-10", "--data", folder, "--yes"))
                .isZero();
        assertThat(complete.out()).contains("is complete already");
    }
}
