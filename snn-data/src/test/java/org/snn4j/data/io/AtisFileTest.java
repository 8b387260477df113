package org.snn4j.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.RecordedData;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.io.AtisFile.Overflow;

class AtisFileTest {
    private static final byte[] TWO = {3, 4, (byte) 0x80, 0, 100, 33, 0, 1, 0, 0};

    @TempDir
    private Path folder;

    @Test
    void fiveBytesAreColumnRowPolarityAndTime() throws IOException {
        EventStream events = AtisFile.nMnist().read(file(TWO));
        // 0x80 0x00 0x64: ON, 100 us; 0x01 0x00 0x00: OFF, 65536 us
        assertThat(events)
                .isEqualTo(EventStream.of(
                        34, 34, new int[] {3, 33}, new int[] {4, 0}, new int[] {1, 0}, new long[] {100, 65536}));
    }

    @Test
    void writtenRecordingReadsBackEqual() throws IOException {
        EventStream events =
                EventStream.of(34, 34, new int[] {0, 33, 5}, new int[] {33, 0, 7}, new int[] {0, 1, 1}, new long[] {
                    0, 12345, AtisFile.LAST_TIME
                });
        Path file = folder.resolve("new/00001.bin");
        AtisFile.nMnist().write(file, events);
        assertThat(Files.size(file)).isEqualTo(15);
        assertThat(AtisFile.nMnist().read(file)).isEqualTo(events);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void truncatedFileIsNamedWithItsLastWholeEvent() throws IOException {
        assertRefused(
                new byte[] {3, 4, 0, 0, 1, 3, 4},
                5,
                "byte 5: found 2 bytes at the end, expected whole events of 5 bytes");
    }

    @Test
    void emptyFileIsRefused() throws IOException {
        assertRefused(new byte[0], 0, "byte 0: found an empty file, expected at least one event of 5 bytes");
    }

    @Test
    void columnOutsideTheSensorIsNamedWithItsByte() throws IOException {
        assertRefused(new byte[] {3, 4, 0, 0, 1, 34, 4, 0, 0, 2}, 5, "byte 5: found x is 34, expected in [0, 33]");
    }

    @Test
    void rowOutsideTheSensorIsNamedWithItsByte() throws IOException {
        assertRefused(new byte[] {3, (byte) 240, 0, 0, 1}, 0, "byte 0: found y is 240, expected in [0, 33]");
    }

    @Test
    void timeThatGoesBackwardIsNamedWithItsByte() throws IOException {
        assertRefused(
                new byte[] {3, 4, 0, 0, 9, 3, 4, 0, 0, 8},
                5,
                "byte 5: found time is 8 us, expected at least 9 us, the time before it");
    }

    @Test
    void foreignContentIsRefused() throws IOException {
        assertRefused("not a recording".getBytes(StandardCharsets.US_ASCII), 0, "byte 0: found x is 110");
    }

    @Test
    void missingFileIsAnIoError() {
        assertThatThrownBy(() -> AtisFile.nMnist().read(folder.resolve("none.bin")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void markerIsAnEventOrAnOverflowAsNamed() {
        byte[] bytes = {1, 1, 0, 0, 9, 0, (byte) 240, 0, 0, 0, 2, 2, 0, 0, 3};
        EventColumns ignored = AtisFile.decode(bytes, Overflow.IGNORED);
        EventColumns marked = AtisFile.decode(bytes, Overflow.MARKED);
        assertThat(ignored.size()).isEqualTo(3);
        assertThat(ignored.y(1)).isEqualTo(240);
        assertThat(marked.size()).isEqualTo(2);
        // 3 us + 2^13
        assertThat(marked.time(1)).isEqualTo(8195);
    }

    @Test
    void byteOfAnErrorCountsMarkers() throws IOException {
        Path file = file(new byte[] {0, (byte) 240, 0, 0, 0, 1, 1, 0, 0, 9, 0, (byte) 240, 0, 0, 0, 99, 2, 0, 0, 3});
        assertThatThrownBy(() -> new AtisFile(34, 34, Overflow.MARKED).read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("byte 15: found x is 99");
    }

    @Test
    void fileOfMarkersOnlyIsRefused() throws IOException {
        Path file = file(new byte[] {0, (byte) 240, 0, 0, 0});
        assertThatThrownBy(() -> new AtisFile(34, 34, Overflow.MARKED).read(file))
                .hasMessageContaining("found overflow markers only");
    }

    @Test
    void recordingThatDoesNotFitLeavesNoFile() throws IOException {
        EventStream late =
                EventStream.of(34, 34, new int[1], new int[1], new int[1], new long[] {AtisFile.LAST_TIME + 1});
        EventStream large = EventStream.of(35, 34, new int[1], new int[1], new int[1], new long[1]);
        EventStream empty = new EventColumns(0).toStream(34, 34);
        Path file = folder.resolve("x.bin");
        assertThatThrownBy(() -> AtisFile.nMnist().write(file, late))
                .hasMessageContaining("event 0: time is 8388608 us");
        assertThatThrownBy(() -> AtisFile.nMnist().write(file, large))
                .hasMessageContaining("sensor is 35x34, must be 34x34");
        assertThatThrownBy(() -> AtisFile.nMnist().write(file, empty)).hasMessageContaining("number of events is 0");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void realRecordingsReadAndWriteBackToTheSameBytes() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(RecordedData.folder().resolve("n-mnist"))) {
            files = walk.filter(file -> file.toString().endsWith(".bin")).toList();
        }
        assertThat(files).hasSize(881);
        for (Path file : files) {
            EventStream events = AtisFile.nMnist().read(file);
            assertThat(AtisFile.nMnist().encode(events)).as(file.toString()).isEqualTo(Files.readAllBytes(file));
        }
    }

    private void assertRefused(byte[] bytes, long offset, String message) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> AtisFile.nMnist().read(file))
                .isInstanceOfSatisfying(DataFormatException.class, e -> {
                    assertThat(e.file()).isEqualTo(file);
                    assertThat(e.offset()).isEqualTo(offset);
                })
                .hasMessageStartingWith(file + ", ")
                .hasMessageContaining(message);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("00001.bin"), bytes);
    }
}
