package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    void finishedRunIsRefusedOnceTheFolderHoldsOtherData() throws IOException {
        assertThat(run()).as(program.err()).isZero();
        assertThat(run()).as("same data: not repeated").isZero();
        Files.delete(firstRecording());
        assertThat(run()).isEqualTo(2);
        assertThat(program.err())
                .contains("finished before, not repeated", "holds a run on other data", "given n-mnist: 31 files");
        assertThat(folder.resolve("runs/tiny/lif/seed-1/result.json")).exists();
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
        assertRefused("train-labels-idx1-ubyte.gz", "10 labels", "20");
    }

    @Test
    void classOnOneSideOnlyIsNamed() throws IOException {
        deleteFolder(data.resolve("n-mnist/Train/3"));
        assertRefused("data: Train: no sample of class 3, which every part must have");
    }

    @Test
    void timeThatGoesBackIsNamedWithItsByte() throws IOException {
        Path recording = firstRecording();
        byte[] bytes = Files.readAllBytes(recording);
        int second = 5;
        System.arraycopy(bytes, bytes.length - second, bytes, 0, second);
        Files.write(recording, bytes);
        assertRefused(recording, "byte 5", "time");
    }

    @Test
    void foreignContentIsNamedWithItsByte() throws IOException {
        Path recording = firstRecording();
        Files.writeString(recording, "#!AER-DAT2.0\r\n# no recording of this sensor\r\n");
        assertRefused(recording, "byte 0");
    }

    @Test
    void foreignFileAmongTheRecordingsIsNamed() throws IOException {
        Path foreign = data.resolve("n-mnist/Train/3/notes.bin");
        Files.writeString(foreign, "not a recording");
        assertRefused(foreign, "is not named by the number of its picture");
    }

    @Test
    void fewerRecordingsThanClassesAreCounted() throws IOException {
        for (int digit = 0; digit < 8; digit++) {
            deleteFolder(data.resolve("n-mnist/Train/" + digit));
        }
        assertRefused("data: Train: 4 samples for 10 classes");
    }

    @Test
    void batchThatDoesNotFitIntoMemoryIsNamedWithWhatItNeeds() {
        assertRefused(
                run("--set", "training.batch=100000000"),
                "training.batch: 100000000 pairs",
                "off-heap memory",
                "the largest batch that fits is ");
    }

    private void assertRefused(Path recording, String said, String... more) {
        assertRefused(
                run(),
                Stream.concat(Stream.of(recording.getFileName().toString(), said), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private void assertRefused(String... said) {
        assertRefused(run(), said);
    }

    /** Exit code 2, one line with the message, perhaps behind that of the run, and no folder of the experiment. */
    private void assertRefused(int exit, String... said) {
        assertThat(exit).as(program.err()).isEqualTo(2);
        assertThat(program.err().lines()).hasSizeBetween(1, 2).last().asString().contains(said);
        assertThat(folder.resolve("runs/tiny")).doesNotExist();
    }

    private int run(String... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("run", file, "--data", data, "--runs", folder.resolve("runs"), "--seed", 1));
        arguments.addAll(List.of(more));
        return program.run(arguments.toArray());
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
