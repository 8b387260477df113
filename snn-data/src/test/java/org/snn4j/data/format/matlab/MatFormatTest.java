package org.snn4j.data.format.matlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventDigest;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.RandomEvents;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.Sensor;

class MatFormatTest {
    private static final RecordingFormats FORMATS = RecordingFormats.standard();
    private static final int HEAD = 128;

    @TempDir
    Path folder;

    /**
     * The same 300 events, as vectors and as a matrix of six columns, written by scipy 1.17 (version 5, compressed or not) and in the layout of version 7.3
     * by h5py 3.16.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vectors.mat",
                "vectors-compressed.mat",
                "six-columns.mat",
                "vectors-7.3.mat",
                "six-columns-7.3.mat"
            })
    void bothLayoutsAreReadInBothVersions(String name) throws IOException {
        Path file = resource(name);
        assertThat(FORMATS.recognise(file)).isInstanceOf(MatFormat.class);
        EventStream read = FORMATS.read(file, ReadSettings.DEFAULTS);
        assertThat(read.size()).isEqualTo(300);
        assertThat(EventDigest.of(read)).isEqualTo("a422ecd9fd763d11");
    }

    @Test
    void whatIsWrittenIsRecognisedAndReadBack() throws IOException {
        EventStream events = RandomEvents.of(20_001, 128, 96, 0, 100);
        Path file = write(events);
        assertThat(FORMATS.recognise(file)).isInstanceOf(MatFormat.class);
        assertThat(FORMATS.read(file, ReadSettings.DEFAULTS.withSensor(128, 96)))
                .isEqualTo(events);
    }

    @Test
    void headersThatAreWrongAreDamageAtTheirPlace() throws IOException {
        byte[] bytes = Files.readAllBytes(write(RandomEvents.of(10, 8, 8, 0, 100)));
        assertDamage(bytes, 124, 0x4d490200, "byte 124: found another version");
        assertDamage(bytes, HEAD + 4, 1 << 30, "byte 136: found element of 1073741824 bytes");
        assertDamage(bytes, HEAD + 8, 5, "byte 144: found other bytes, expected flags of a matrix");
        assertDamage(bytes, HEAD + 32, 11, "expected 11x1 numbers of 2 bytes, not 20 bytes,");
        assertDamage(bytes, HEAD + 52, -1, "expected an element that ends with the matrix");
        assertDamage(bytes, HEAD + 48, 8, "found numbers of type 8, expected type 1 to 7, 9, 12 or 13");
        assertDamage(
                bytes,
                HEAD + 44,
                'q',
                "byte 128: found 0 matrices of six columns among [q (10x1), y (10x1), ts (10x1), p (10x1)]");
    }

    @Test
    void aFileCutAnywhereIsDamage() throws IOException {
        byte[] bytes = Files.readAllBytes(resource("vectors-compressed.mat"));
        for (int length = 0; length < bytes.length; length++) {
            Path file = Files.write(folder.resolve("cut.mat"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> RecordingFormats.read(new MatFormat(), file, ReadSettings.DEFAULTS))
                    .isInstanceOf(DataFormatException.class);
        }
    }

    private void assertDamage(byte[] bytes, int position, int value, String message) throws IOException {
        byte[] damaged = bytes.clone();
        ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(position, value);
        Path file = Files.write(folder.resolve("damaged.mat"), damaged);
        assertThatThrownBy(() -> RecordingFormats.read(new MatFormat(), file, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(message);
    }

    private Path write(EventStream events) throws IOException {
        Path file = folder.resolve("written.mat");
        try (EventWriter writer = new MatFormat().create(file, new Sensor(events.width(), events.height()))) {
            writer.write(events);
            writer.commit();
        }
        return file;
    }

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = getClass().getResourceAsStream(name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}
