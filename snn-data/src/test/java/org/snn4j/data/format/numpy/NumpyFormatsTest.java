package org.snn4j.data.format.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormats;

class NumpyFormatsTest {
    private static final EventStream TWO =
            EventStream.of(4, 3, new int[] {1, 3}, new int[] {2, 0}, new int[] {1, 0}, new long[] {100, 2_500_000});

    @TempDir
    private Path folder;

    /** Written by NumPy 2.4, see the script beside them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "structured-xytp.npy",
                "structured-big-endian.npy",
                "structured-aligned.npy",
                "plain-rows.npy",
                "plain-column-major.npy",
                "plain-floating.npy",
                "version-2.npy",
                "stored.npz",
                "compressed.npz",
                "signed-polarity.npz",
                "one-array.npz"
            })
    void filesOfNumpyAreRead(String name) throws IOException {
        assertThat(RecordingFormats.standard().read(resource(name), ReadSettings.DEFAULTS))
                .isEqualTo(TWO);
    }

    @Test
    void secondsAndOtherOrdersAreReadWhereTheSettingsSaySo() throws IOException {
        RecordingFormat format = new NpyFormat(new ArrayLayout("xypt", true));
        assertThat(RecordingFormats.read(format, resource("seconds-xypt.npy"), ReadSettings.DEFAULTS))
                .isEqualTo(TWO);
    }

    @Test
    void secondsAreNotTakenForMicroseconds() throws IOException {
        Path file = resource("seconds-xypt.npy");
        assertThatThrownBy(() -> RecordingFormats.read(
                        new NpyFormat(new ArrayLayout("xypt", false)), file, ReadSettings.DEFAULTS))
                .hasMessageContaining("byte 152: found no whole number at index 0 of 'column 3'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects.npy", "objects.npz"})
    void objectsAreRefused(String name) throws IOException {
        Path file = resource(name);
        assertThatThrownBy(() -> RecordingFormats.standard().read(file, ReadSettings.DEFAULTS))
                .hasMessageContaining("found objects, which could run as code, expected numbers");
    }

    @Test
    void otherHeadsAreNamed() throws IOException {
        assertRefused("{'descr': '<i8', 'shape': (1, 4)}", 10, "a dictionary of descr, fortran_order and shape");
        assertRefused("{'descr': '<i8', 'fortran_order': False, 'shape': (2, 2), }", 74, "[events, 4]");
        assertRefused("{'descr': '<c16', 'fortran_order': False, 'shape': (1, 4), }", 10, "numbers of type");
        assertRefused("{'descr': '<i8', 'fortran_order': False, 'shape': (9, 4), }", 74, "an array of shape [9, 4]");
        assertRefused("{'descr': '<i8', 'fortran_order': Maybe, 'shape': (1, 4), }", 44, "True or False");
        assertRefused("{'descr': '<i8', 'fortran_order': False, 'shape': (0, 4), }", 74, "the end");
    }

    @Test
    void bytesOfOtherContentThanTheChecksumSaysAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(resource("stored.npz"));
        // The last byte of the times of 2,500,000 us, 0x2625a0, in the first array
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u00a0\u0025\u0026") + 2;
        bytes[at]++;
        Path file = Files.write(folder.resolve("x.npz"), bytes);
        assertThatThrownBy(() -> RecordingFormats.standard().read(file, ReadSettings.DEFAULTS))
                .hasMessageContaining("found another checksum of 't.npy'");
    }

    private void assertRefused(String head, long offset, String message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] text = "%-63s\n".formatted(head).getBytes(StandardCharsets.US_ASCII);
        bytes.write(NpyHead.MAGIC);
        bytes.write(new byte[] {1, 0, (byte) text.length, 0});
        bytes.write(text);
        bytes.write(ByteBuffer.allocate(32)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(5)
                .array());
        Path file = Files.write(folder.resolve("x.npy"), bytes.toByteArray());
        assertThatThrownBy(() -> RecordingFormats.read(new NpyFormat(), file, ReadSettings.DEFAULTS))
                .hasMessageContaining("byte " + offset + ":")
                .hasMessageContaining(message);
    }

    private Path resource(String name) throws IOException {
        try (InputStream in = NumpyFormatsTest.class.getResourceAsStream(name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }
}
