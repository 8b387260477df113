package org.snn4j.data.io;

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
import org.snn4j.data.io.AerDat2File.Layout;

class AerDat2FileTest {
    private static final String HEADER = "#!AER-DAT2.0\r\n# ticks of 1 us\r\n";

    @TempDir
    private Path folder;

    @Test
    void addressIsReadUprightOrAsTheMatlabCodeDoes() throws IOException {
        // x' = 3, y' = 5, bit 0 = 0 (ON); and x' = 127, y' = 0, bit 0 = 1 (OFF); bit 15 is ignored
        Path file = file(HEADER, 5 << 8 | 3 << 1, 10, 1 << 15 | 127 << 1 | 1, 20);
        assertThat(new AerDat2File(Layout.UPRIGHT).read(file))
                .isEqualTo(EventStream.of(
                        128, 128, new int[] {122, 127}, new int[] {124, 0}, new int[] {1, 0}, new long[] {10, 20}));
        assertThat(new AerDat2File(Layout.MATLAB).read(file))
                .isEqualTo(EventStream.of(
                        128, 128, new int[] {124, 0}, new int[] {5, 0}, new int[] {1, 0}, new long[] {10, 20}));
    }

    @Test
    void timeIsUnsigned() throws IOException {
        assertThat(new AerDat2File(Layout.UPRIGHT).read(file(HEADER, 0, -1)).time(0))
                .isEqualTo(4294967295L);
    }

    @Test
    void timeThatGoesBackwardIsNamedWithItsByte() throws IOException {
        assertRefused(file(HEADER, 0, 9, 0, 8), HEADER.length() + 8, "time is 8 us");
    }

    @Test
    void truncatedFileIsRefused() throws IOException {
        assertRefused(file(HEADER, 0, 9, 0), HEADER.length() + 8, "4 bytes at the end");
    }

    @Test
    void fileWithoutEventsIsRefused() throws IOException {
        assertRefused(file(HEADER), HEADER.length(), "the end of the file");
    }

    @Test
    void foreignContentIsRefused() throws IOException {
        assertRefused(file("#!AER-DAT3.1\r\n", 0, 9), 0, "another first line");
        assertRefused(file("", 0), 0, "another first line");
    }

    private static void assertRefused(Path file, long offset, String message) {
        assertThatThrownBy(() -> new AerDat2File(Layout.UPRIGHT).read(file))
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        DataFormatException.class, e -> assertThat(e.offset()).isEqualTo(offset));
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
