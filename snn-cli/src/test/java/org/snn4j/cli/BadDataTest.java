package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.simulate.DigitPainter;
import org.snn4j.data.simulate.SaccadeSensor;
import org.snn4j.data.simulate.SimulatedFolder;

/** Damaged data sets: one sentence that names the file and the byte, exit code 2, nothing half-written. */
class BadDataTest {
    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Path data;
    private Path file;

    @BeforeEach
    void generateData() throws IOException {
        data = SimulatedFolder.in(
                folder,
                new SimulatedFolder.Content(
                        20, 10, 20, 1, DigitPainter.Settings.DEFAULTS, SaccadeSensor.Settings.DEFAULTS));
        file = TinyExperiment.write(folder, "lif: {data: {use: n-mnist, share: 1.0}, training.epochs: 1}");
    }

    @Test
    void soundFolderTrains() {
        assertThat(run()).as(program.err()).isZero();
    }

    @Test
    void truncatedRecordingIsNamedWithItsByte() throws IOException {
        Path recording = firstRecording();
        byte[] bytes = Files.readAllBytes(recording);
        Files.write(recording, Arrays.copyOf(bytes, bytes.length - 2));
        assertRefused(recording, "byte " + (bytes.length - 5));
    }

    @Test
    void coordinatesOutsideTheSensorAreNamedWithTheirByte() throws IOException {
        Path recording = firstRecording();
        byte[] bytes = Files.readAllBytes(recording);
        bytes[10] = (byte) 200;
        Files.write(recording, bytes);
        assertRefused(recording, "byte 10", "200");
    }

    @Test
    void emptyRecordingIsNamed() throws IOException {
        Path recording = firstRecording();
        Files.write(recording, new byte[0]);
        assertRefused(recording, "byte 0");
    }

    @Test
    void imageFileWithAWrongCountIsNamed() throws IOException {
        Path labels = data.resolve("mnist/train-labels-idx1-ubyte.gz");
        Files.copy(data.resolve("mnist/t10k-labels-idx1-ubyte.gz"), labels, StandardCopyOption.REPLACE_EXISTING);
        assertThat(run()).isEqualTo(2);
        assertThat(program.err()).contains("mnist").doesNotContain("\tat ");
    }

    @Test
    void classOnOneSideOnlyIsNamed() throws IOException {
        deleteFolder(data.resolve("n-mnist/Train/3"));
        assertThat(run()).isEqualTo(2);
        assertThat(program.err()).contains("3").doesNotContain("\tat ");
    }

    private void assertRefused(Path recording, String... said) {
        assertThat(run()).isEqualTo(2);
        assertThat(program.err())
                .contains(recording.getFileName().toString())
                .contains(said)
                .doesNotContain("\tat ");
        assertThat(folder.resolve("runs/tiny/lif/seed-1/config.yaml")).doesNotExist();
    }

    private int run() {
        return program.run("run", file, "--data", data, "--runs", folder.resolve("runs"), "--seed", 1);
    }

    private Path firstRecording() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("n-mnist/Train"))) {
            return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }

    private static void deleteFolder(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
