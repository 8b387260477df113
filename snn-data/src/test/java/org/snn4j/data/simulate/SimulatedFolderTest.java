package org.snn4j.data.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.io.MnistImages;
import org.snn4j.data.split.Digest;

class SimulatedFolderTest {
    private static final SimulatedFolder.Content CONTENT = content(1);

    @TempDir
    private Path folder;

    private static SimulatedFolder.Content content(long seed) {
        return new SimulatedFolder.Content(
                20, 10, 30, seed, DigitPainter.Settings.DEFAULTS, SaccadeSensor.Settings.DEFAULTS);
    }

    private static Map<String, String> digests(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, String> digests = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(root.relativize(file).toString(), Digest.of(Files.readAllBytes(file)));
            }
            return digests;
        }
    }

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        Map<String, String> first = digests(SimulatedFolder.in(folder.resolve("a"), CONTENT));
        Map<String, String> again = digests(SimulatedFolder.in(folder.resolve("b"), CONTENT));

        // 20 + 10 recordings, 4 IDX files and the note.
        assertThat(first).hasSize(35).isEqualTo(again);
        assertThat(digests(SimulatedFolder.in(folder.resolve("a"), content(2)))).isNotEqualTo(first);
    }

    @Test
    void otherContentHasAnotherFolder() {
        assertThat(CONTENT.folderName())
                .isEqualTo(content(1).folderName())
                .isNotEqualTo(content(2).folderName())
                .startsWith("simulated-");
    }

    @Test
    void theReadersOfRecordedDataReadIt() throws IOException {
        Path root = SimulatedFolder.in(folder, CONTENT);
        MnistImages images = MnistImages.read(
                root.resolve("mnist/train-images-idx3-ubyte.gz"), root.resolve("mnist/train-labels-idx1-ubyte.gz"), 10);
        EventStream events = RecordingFormats.read(
                new AtisFormat(), root.resolve("n-mnist/Train/7/00018.bin"), ReadSettings.DEFAULTS.withSensor(34, 34));

        assertThat(images.size()).isEqualTo(30);
        assertThat(images.label(17)).isEqualTo(7);
        assertThat(events.size()).isGreaterThan(500);
        assertThat(Files.readString(root.resolve("README.txt"))).startsWith("Simulated data");
    }

    @Test
    void aCompleteFolderIsNotMadeAgain() throws IOException {
        Path root = SimulatedFolder.in(folder, CONTENT);
        Files.writeString(root.resolve("README.txt"), "changed");

        assertThat(SimulatedFolder.in(folder, CONTENT)).isEqualTo(root);
        assertThat(root.resolve("README.txt")).hasContent("changed");
    }

    @Test
    void severalMakersAtOnceLeaveOneCompleteFolder() throws IOException {
        IntStream.range(0, 4).parallel().forEach(i -> SimulatedFolder.in(folder, CONTENT));

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()).collect(Collectors.toList()))
                    .containsExactly(CONTENT.folderName());
        }
        assertThat(digests(folder.resolve(CONTENT.folderName()))).hasSize(35);
    }

    @Test
    void anIncompleteFolderIsNotTakenForData() throws IOException {
        Files.delete(SimulatedFolder.in(folder, CONTENT).resolve("n-mnist/Train/7/00018.bin"));

        assertThatThrownBy(() -> SimulatedFolder.in(folder, CONTENT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(CONTENT.folderName())
                .hasMessageContaining("34 files instead of 35; delete it");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void contentOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new SimulatedFolder.Content(
                        9, 10, 30, 1, DigitPainter.Settings.DEFAULTS, SaccadeSensor.Settings.DEFAULTS))
                .hasMessageContaining("training is 9");
        assertThatThrownBy(() -> new SimulatedFolder.Content(
                        20, 10, 19, 1, DigitPainter.Settings.DEFAULTS, SaccadeSensor.Settings.DEFAULTS))
                .hasMessageContaining("images is 19");
    }
}
