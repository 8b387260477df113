package org.snn4j.data.format.aedat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.aedat.Aedat2Format.Layout;

class Aedat2FormatTest {
    private static final String HEADER = "#!AER-DAT2.0\r\n# ticks of 1 us\r\n";

    @TempDir
    private Path folder;

    @Test
    void addressIsReadUprightOrAsTheMatlabCodeDoes() throws IOException {
        // x' = 3, y' = 5, bit 0 = 0 (ON); and x' = 127, y' = 0, bit 0 = 1 (OFF); bit 15 is ignored
        Path file = file(HEADER, 5 << 8 | 3 << 1, 10, 1 << 15 | 127 << 1 | 1, 20);
        assertThat(read(Layout.DVS128, file))
                .isEqualTo(EventStream.of(
                        128, 128, new int[] {122, 127}, new int[] {124, 0}, new int[] {1, 0}, new long[] {10, 20}));
        assertThat(read(Layout.DVS128_MATLAB, file))
                .isEqualTo(EventStream.of(
                        128, 128, new int[] {124, 0}, new int[] {5, 0}, new int[] {1, 0}, new long[] {10, 20}));
    }

    @Test
    void timeIsUnsigned() throws IOException {
        assertThat(read(Layout.DVS128, file(HEADER, 0, -1)).time(0)).isEqualTo(4294967295L);
    }

    @Test
    void timeThatGoesBackwardIsNamedWithItsByte() throws IOException {
        assertRefused(file(HEADER, 0, 9, 0, 8), HEADER.length() + 8, "time 8 us");
    }

    @Test
    void truncatedFileIsRefused() throws IOException {
        assertRefused(file(HEADER, 0, 9, 0), HEADER.length() + 8, "4 bytes at the end");
    }

    @Test
    void fileWithoutEventsIsAnEmptyRecording() throws IOException {
        assertThat(read(Layout.DVS128, file(HEADER)).size()).isZero();
    }

    @Test
    void addressesOfDavisCountFromTheLowerRightAndOtherSamplesAreSkipped() throws IOException {
        String header = "#!AER-DAT2.0\r\n# AEChip: eu.seebetter.ini.chips.davis.DAVIS240C\r\n#End Of ASCII Header\r\n";
        int on = 1 << 11;
        // x' = 0, y' = 0 ON; x' = 239, y' = 179 OFF; between them a sample of the frame and an external signal; 0x23 is
        // a #
        Path file = file(header, on, 10, 1 << 31, 11, 1 << 10, 12, 179 << 22 | 239 << 12, 20, 0x23000000, 30);
        EventStream events = RecordingFormats.read(new Aedat2Format(), file, ReadSettings.DEFAULTS);
        assertThat(events)
                .isEqualTo(EventStream.of(
                        240, 180, new int[] {239, 0, 239}, new int[] {179, 0, 39}, new int[] {1, 0, 0}, new long[] {
                            10, 20, 30
                        }));
    }

    @Test
    void addressOutsideTheNamedCameraIsRefusedWithItsByte() throws IOException {
        String header = "#!AER-DAT2.0\r\n# AEChip: DAVIS240C\r\n";
        Path file = file(header, 0, 1, 240 << 12, 2);
        assertThatThrownBy(() -> RecordingFormats.read(new Aedat2Format(), file, ReadSettings.DEFAULTS))
                .hasMessageContaining("byte " + (header.length() + 8) + ": found an address of column 240 and row 0");
    }

    @Test
    void unknownCameraIsNamed() throws IOException {
        Path file = file("#!AER-DAT2.0\r\n# AEChip: com.example.Eye\r\n", 0, 1);
        assertThatThrownBy(() -> RecordingFormats.read(new Aedat2Format(), file, ReadSettings.DEFAULTS))
                .hasMessageContaining("found the camera 'com.example.Eye', expected DVS128");
    }

    @Test
    void foreignContentIsRefused() throws IOException {
        assertRefused(file("#!AER-DAT3.1\r\n", 0, 9), 0, "another first line");
        assertRefused(file("", 0), 0, "another first line");
    }

    private static void assertRefused(Path file, long offset, String message) {
        assertThatThrownBy(() -> read(Layout.DVS128, file))
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        DataFormatException.class, e -> assertThat(e.offset()).isEqualTo(offset));
    }

    private static EventStream read(Layout layout, Path file) throws IOException {
        return RecordingFormats.read(new Aedat2Format(layout), file, ReadSettings.DEFAULTS);
    }

    private Path file(String header, int... numbers) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(text.length + 4 * numbers.length).put(text);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return Files.write(folder.resolve("cifar10_cat_0.aedat"), bytes.array());
    }
}
