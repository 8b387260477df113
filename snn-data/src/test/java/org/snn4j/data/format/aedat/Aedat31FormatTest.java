package org.snn4j.data.format.aedat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;

class Aedat31FormatTest {
    private static final String HEADER = "#!AER-DAT3.1\r\n#!END-HEADER\r\n";

    @TempDir
    private Path folder;

    @Test
    void polarityPacketsAreReadAndOthersSkipped() throws IOException {
        Path file = file(
                HEADER,
                packet(1, 8, 0, 5 << 17 | 7 << 2 | 1 << 1, 30),
                packet(2, 8, 0, 0, 99),
                packet(1, 8, 0, 1 << 17 | 2 << 2, 40));
        assertThat(read(file))
                .isEqualTo(EventStream.of(
                        128, 128, new int[] {5, 1}, new int[] {7, 2}, new int[] {1, 0}, new long[] {30, 40}));
    }

    @Test
    void overflowCountsTimesOf31Bits() throws IOException {
        assertThat(read(file(HEADER, packet(1, 8, 3, 0, 1))).time(0)).isEqualTo(3 * (1L << 31) + 1);
    }

    @Test
    void eventOutsideTheSensorIsNamedWithItsByte() throws IOException {
        Path file = file(HEADER, packet(4, 8, 0, 0, 0), packet(1, 8, 0, 128 << 17, 5));
        assertRefused(file, HEADER.length() + 36 + 28, "x 128");
    }

    @Test
    void headerThatDoesNotEndIsRefused() throws IOException {
        assertRefused(file("#!AER-DAT3.1\r\n"), 14, "no end of the header");
    }

    @Test
    void truncatedPacketsAreRefused() throws IOException {
        byte[] whole = packet(1, 8, 0, 0, 5);
        assertRefused(file(HEADER, Arrays.copyOf(whole, 20)), HEADER.length(), "20 bytes");
        assertRefused(file(HEADER, Arrays.copyOf(whole, 30)), HEADER.length(), "1 events of 8 bytes");
    }

    @Test
    void polarityEventsThatAreTooShortAreRefused() throws IOException {
        assertRefused(file(HEADER, packet(1, 4, 0, 0, 5)), HEADER.length() + 4, "polarity events of 4 bytes");
        assertRefused(file(HEADER, packet(1, 0, 0, 0, 5)), HEADER.length() + 4, "polarity events of 0 bytes");
    }

    @Test
    void fileWithoutPolarityEventsIsAnEmptyRecording() throws IOException {
        assertThat(read(file(HEADER, packet(2, 8, 0, 0, 5))).size()).isZero();
    }

    @Test
    void eventsThatAreLongerThanUsualAreReadByTheirLength() throws IOException {
        byte[] packet = Arrays.copyOf(packet(1, 12, 0, 3 << 17, 5), 28 + 24);
        packet[16] = 2;
        packet[28 + 12 + 4] = 7;
        assertThat(read(file(HEADER, packet)))
                .isEqualTo(EventStream.of(128, 128, new int[] {3, 0}, new int[2], new int[2], new long[] {5, 7}));
    }

    private static EventStream read(Path file) throws IOException {
        return RecordingFormats.read(new Aedat31Format(), file, ReadSettings.DEFAULTS.withSensor(128, 128));
    }

    private static void assertRefused(Path file, long offset, String message) {
        assertThatThrownBy(() -> read(file))
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        DataFormatException.class, e -> assertThat(e.offset()).isEqualTo(offset));
    }

    /** A packet of one event of 8 bytes, whatever size it claims. */
    private static byte[] packet(int type, int size, int overflow, int data, int time) {
        ByteBuffer bytes = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(0, (short) type)
                .putInt(4, size)
                .putInt(12, overflow)
                .putInt(16, 1)
                .putInt(28, data)
                .putInt(32, time);
        return bytes.array();
    }

    private Path file(String header, byte[]... packets) throws IOException {
        Path file = Files.write(folder.resolve("user01.aedat"), header.getBytes(StandardCharsets.US_ASCII));
        for (byte[] packet : packets) {
            Files.write(file, packet, StandardOpenOption.APPEND);
        }
        return file;
    }
}
