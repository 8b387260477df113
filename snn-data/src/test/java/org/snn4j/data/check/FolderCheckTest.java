package org.snn4j.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.check.FolderCheck.Report;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.Sensor;
import org.snn4j.data.format.atis.AtisFormat;

class FolderCheckTest {
    @TempDir
    private Path temporary;

    private Path root;
    private final FolderCheck check = new FolderCheck(RecordingFormats.standard());

    @BeforeEach
    void recordings() throws IOException {
        root = Files.createDirectories(temporary.resolve("n-mnist"));
        EventStream events = EventStream.of(
                34, 34, new int[] {1, 2, 33}, new int[] {4, 5, 33}, new int[] {0, 1, 1}, new long[] {10, 20, 30});
        for (int digit = 0; digit < 3; digit++) {
            for (int i = 0; i < 3; i++) {
                write(root.resolve("Train/" + digit + "/0000" + i + ".bin"), events);
            }
        }
        Files.writeString(root.resolve("readme.md"), "nothing");
    }

    private static void write(Path file, EventStream events) throws IOException {
        Files.createDirectories(file.getParent());
        try (EventWriter writer = new AtisFormat().create(file, new Sensor(34, 34))) {
            writer.write(events);
            writer.commit();
        }
    }

    private Report check() throws IOException {
        return check.check(root, ReadSettings.DEFAULTS);
    }

    private void change(String name, int byteOf, int value) throws IOException {
        byte[] bytes = Files.readAllBytes(root.resolve(name));
        bytes[byteOf] = (byte) value;
        Files.write(root.resolve(name), bytes);
    }

    @Test
    void wholeFolderHasNoDamage() throws IOException {
        Report report = check();
        assertThat(report.recordings()).isEqualTo(9);
        assertThat(report.events()).isEqualTo(27);
        assertThat(report.damaged()).isEmpty();
        assertThat(report.others()).containsExactly(root.resolve("readme.md"));
    }

    @Test
    void recordingsBehindLinksAreRead() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("elsewhere"), root);
        assertThat(check.check(link, ReadSettings.DEFAULTS).events()).isEqualTo(27);
        Path folder = Files.createDirectories(temporary.resolve("data"));
        Files.createSymbolicLink(folder.resolve("n-mnist"), root);
        assertThat(check.check(folder, ReadSettings.DEFAULTS).events()).isEqualTo(27);
    }

    @Test
    void whatCannotBeReadIsDamagedAndTheOthersAreReadAllTheSame() throws IOException {
        Path nothing = Files.createSymbolicLink(root.resolve("Train/0/00009.bin"), root.resolve("gone.bin"));
        Path loop = Files.createSymbolicLink(root.resolve("Train/loop"), root);
        Report report = check();
        assertThat(report.events()).isEqualTo(27);
        assertThat(report.damaged()).extracting(FolderCheck.Damage::file).containsExactly(nothing, loop);
        assertThat(report.damaged().get(0).message()).contains("00009.bin", "a link to nothing");
        assertThat(report.damaged().get(1).message()).contains("FileSystemLoopException");
    }

    @Test
    void aFileThatTheSystemCannotReadDoesNotEndTheCheck() throws IOException {
        Path memory = Path.of("/proc/self/mem");
        assumeTrue(Files.exists(memory), "needs Linux's /proc");
        Path file = Files.createSymbolicLink(root.resolve("Train/1/00009.bin"), memory);
        Report report = check();
        assertThat(report.events()).isEqualTo(27);
        assertThat(report.damaged()).singleElement().satisfies(damage -> {
            assertThat(damage.file()).isEqualTo(file);
            assertThat(damage.message()).contains("00009.bin: cannot be read");
        });
    }

    @Test
    void damageIsListedByPathWithItsByte() throws IOException {
        Path cut = root.resolve("Train/0/00001.bin");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 13));
        change("Train/1/00002.bin", 5, 200);
        change("Train/2/00000.bin", 14, 0);
        Files.write(root.resolve("Train/2/00001.bin"), new byte[0]);
        Report report = check();
        assertThat(report.recordings()).isEqualTo(9);
        assertThat(report.damaged())
                .extracting(damage -> root.relativize(damage.file()).toString(), FolderCheck.Damage::offset)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Train/0/00001.bin", 10L),
                        org.assertj.core.groups.Tuple.tuple("Train/1/00002.bin", 5L),
                        org.assertj.core.groups.Tuple.tuple("Train/2/00000.bin", 10L),
                        org.assertj.core.groups.Tuple.tuple("Train/2/00001.bin", 0L));
    }

    @Test
    void recordingOfAnotherKindIsNoDamage() throws IOException {
        byte[] colours =
                "Event Stream\u0002\u0000\u0000\u0004\u0001\u0000\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(root.resolve("colours.es"), colours);
        Report report = check();
        assertThat(report.recordings()).isEqualTo(10);
        assertThat(report.damaged()).isEmpty();
        assertThat(report.unsupported()).extracting(FolderCheck.Damage::file).containsExactly(file);
    }

    @Test
    void foreignFileWithoutRecordingsBesideItIsNoRecording() throws IOException {
        Path other = Files.createDirectories(temporary.resolve("other"));
        Files.write(other.resolve("numbers.bin"), new byte[] {1, 2, 3});
        Report report = check.check(other, ReadSettings.DEFAULTS);
        assertThat(report.recordings()).isZero();
        assertThat(report.others()).hasSize(1);
    }
}
