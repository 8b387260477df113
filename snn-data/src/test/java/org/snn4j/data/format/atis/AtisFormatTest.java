package org.snn4j.data.format.atis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.RecordedData;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.Sensor;
import org.snn4j.data.format.atis.AtisFormat.Marked;

class AtisFormatTest {
    private static final byte[] TWO = {3, 4, (byte) 0x80, 0, 100, 33, 0, 1, 0, 0};

    @TempDir
    private Path folder;

    @Test
    void fiveBytesAreColumnRowPolarityAndTime() throws IOException {
        EventStream events = read(new AtisFormat(), file(TWO));
        // 0x80 0x00 0x64: ON, 100 us; 0x01 0x00 0x00: OFF, 65536 us
        assertThat(events)
                .isEqualTo(EventStream.of(
                        34, 34, new int[] {3, 33}, new int[] {4, 0}, new int[] {1, 0}, new long[] {100, 65536}));
    }

    @Test
    void writtenRecordingReadsBackEqual() throws IOException {
        EventStream events =
                EventStream.of(34, 34, new int[] {0, 33, 5}, new int[] {33, 0, 7}, new int[] {0, 1, 1}, new long[] {
                    0, 12345, AtisFormat.LAST_TIME
                });
        Path file = folder.resolve("new/00001.bin");
        write(new AtisFormat(), file, events);
        assertThat(Files.size(file)).isEqualTo(15);
        assertThat(read(new AtisFormat(), file)).isEqualTo(events);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void truncatedFileIsNamedWithItsLastWholeEvent() throws IOException {
        assertRefused(
                new byte[] {3, 4, 0, 0, 1, 3, 4},
                5,
                "byte 5: found 2 bytes at the end of what looks like an ATIS recording, expected whole events of 5 bytes");
    }

    @Test
    void contentTellsACutRecordingFromForeignBytes() {
        byte[] cut = new byte[43];
        for (int i = 0; i < 8; i++) {
            cut[i * 5 + 4] = (byte) i;
        }
        assertThat(match(cut)).isEqualTo(RecordingFormat.Match.CUT);
        assertThat(match(Arrays.copyOf(cut, 40))).isEqualTo(RecordingFormat.Match.POSSIBLE);
        assertThat(match(Arrays.copyOf(cut, 39))).isEqualTo(RecordingFormat.Match.NONE);
        assertThat(match(new byte[43])).isEqualTo(RecordingFormat.Match.NONE);
        cut[34] = 3;
        assertThat(match(cut)).isEqualTo(RecordingFormat.Match.NONE);
    }

    private static RecordingFormat.Match match(byte[] bytes) {
        return new AtisFormat().match(new FileStart(Path.of("lone.bin"), bytes.length, bytes));
    }

    @Test
    void emptyFileIsRefused() throws IOException {
        assertRefused(new byte[0], 0, "byte 0: found the end of the file, expected at least one event of 5 bytes");
    }

    @Test
    void columnOutsideTheSensorIsNamedWithItsByte() throws IOException {
        assertRefused(
                new byte[] {3, 4, 0, 0, 1, 34, 4, 0, 0, 2}, 5, "byte 5: found x 34, expected a column in [0, 33]");
    }

    @Test
    void rowOutsideTheSensorIsNamedWithItsByte() throws IOException {
        assertRefused(new byte[] {3, (byte) 240, 0, 0, 1}, 0, "byte 0: found y 240, expected a row in [0, 33]");
    }

    @Test
    void timeThatGoesBackwardIsNamedWithItsByte() throws IOException {
        assertRefused(new byte[] {3, 4, 0, 0, 9, 3, 4, 0, 0, 8}, 5, "byte 5: found time 8 us, expected at least 9 us");
    }

    @Test
    void foreignContentIsRefused() throws IOException {
        assertRefused("not a recording".getBytes(StandardCharsets.US_ASCII), 0, "byte 0: found x 110");
    }

    @Test
    void missingFileIsAnIoError() {
        assertThatThrownBy(() -> read(new AtisFormat(), folder.resolve("none.bin")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void markerIsAnEventOrAnOverflowAsNamed() throws IOException {
        byte[] bytes = {1, 1, 0, 0, 9, 0, (byte) 240, 0, 0, 0, 2, 2, 0, 0, 3};
        EventColumns ignored = asRecorded(new AtisFormat(), file(bytes));
        EventColumns marked = asRecorded(new Marked(), file(bytes));
        assertThat(ignored.size()).isEqualTo(3);
        assertThat(ignored.y(1)).isEqualTo(240);
        assertThat(marked.size()).isEqualTo(2);
        // 3 us + 2^13
        assertThat(marked.time(1)).isEqualTo(8195);
    }

    @Test
    void byteOfAnErrorCountsMarkers() throws IOException {
        Path file = file(new byte[] {0, (byte) 240, 0, 0, 0, 1, 1, 0, 0, 9, 0, (byte) 240, 0, 0, 0, 99, 2, 0, 0, 3});
        assertThatThrownBy(() -> read(new Marked(), file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("byte 15: found x 99");
    }

    @Test
    void fileOfMarkersOnlyIsRefused() throws IOException {
        Path file = file(new byte[] {0, (byte) 240, 0, 0, 0});
        assertThatThrownBy(() -> read(new Marked(), file)).hasMessageContaining("found overflow markers only");
    }

    @Test
    void recordingThatDoesNotFitLeavesNoFile() throws IOException {
        EventStream late =
                EventStream.of(34, 34, new int[1], new int[1], new int[1], new long[] {AtisFormat.LAST_TIME + 1});
        EventStream large = EventStream.of(35, 34, new int[1], new int[1], new int[1], new long[1]);
        EventStream empty = new EventColumns(0).toStream(34, 34);
        Path file = folder.resolve("x.bin");
        assertThatThrownBy(() -> write(new AtisFormat(), file, late))
                .hasMessageContaining("event 0: time is 8388608 us");
        assertThatThrownBy(() -> write(new AtisFormat(), file, large))
                .hasMessageContaining("events are from a sensor of 35x34, must be at most 34x34");
        assertThatThrownBy(() -> write(new AtisFormat(), file, empty)).hasMessageContaining("number of events is 0");
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
            EventStream events = read(new AtisFormat(), file);
            assertThat(new AtisFormat().encode(events)).as(file.toString()).isEqualTo(Files.readAllBytes(file));
        }
    }

    private void assertRefused(byte[] bytes, long offset, String message) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> read(new AtisFormat(), file))
                .isInstanceOfSatisfying(DataFormatException.class, e -> {
                    assertThat(e.file()).isEqualTo(file);
                    assertThat(e.offset()).isEqualTo(offset);
                })
                .hasMessageStartingWith(file + ", ")
                .hasMessageContaining(message);
    }

    private static EventStream read(RecordingFormat format, Path file) throws IOException {
        return RecordingFormats.read(format, file, ReadSettings.DEFAULTS.withSensor(34, 34));
    }

    private static EventColumns asRecorded(RecordingFormat format, Path file) throws IOException {
        EventColumns columns = new EventColumns(0);
        try (EventReader reader = format.open(file, ReadSettings.DEFAULTS.withOrder(ReadSettings.Order.AS_RECORDED))) {
            while (reader.read(columns, 10) > 0) {}
        }
        return columns;
    }

    private static void write(RecordingFormat format, Path file, EventStream events) throws IOException {
        try (EventWriter writer = format.create(file, new Sensor(34, 34))) {
            writer.write(events);
            writer.commit();
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("00001.bin"), bytes);
    }
}
