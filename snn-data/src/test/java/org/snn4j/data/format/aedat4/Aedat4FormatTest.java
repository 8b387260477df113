package org.snn4j.data.format.aedat4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.RecordedData;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventDigest;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.RandomEvents;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.Sensor;

class Aedat4FormatTest {
    private static final RecordingFormats FORMATS = RecordingFormats.standard();
    private static final int SIZE_PLACE = 14;
    private static final int COMPRESSION_PLACE = SIZE_PLACE + 32;
    private static final int TABLE_PLACE = SIZE_PLACE + 40;

    @TempDir
    Path folder;

    /** Counts and digests of aedat 2.3.0 and, for the first, dv-processing 2.0.4. */
    @Test
    void realRecordingsHaveTheEventsOfOtherReaders() throws IOException {
        Path samples = RecordedData.folder().resolve("format-samples");
        EventStream davis = FORMATS.read(samples.resolve("davis346.aedat4"), ReadSettings.DEFAULTS);
        assertThat(davis.size()).isEqualTo(117_667);
        assertThat(davis.width()).isEqualTo(346);
        assertThat(davis.height()).isEqualTo(260);
        assertThat(EventDigest.of(davis)).isEqualTo("78a5f729b77bd19c");
        EventStream dvxplorer = FORMATS.read(samples.resolve("dvxplorer.aedat4"), ReadSettings.DEFAULTS);
        assertThat(dvxplorer.size()).isEqualTo(111_954);
        assertThat(dvxplorer.width()).isEqualTo(320);
        assertThat(EventDigest.of(dvxplorer)).isEqualTo("d7dac50b4cb58e39");
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void whatIsWrittenIsRecognisedAndReadBack(Compression compression) throws IOException {
        EventStream events = RandomEvents.of(40_000, 346, 260, 1_633_953_690_975_950L, 50);
        Path file = write(events, compression);
        assertThat(FORMATS.recognise(file)).isInstanceOf(Aedat4Format.class);
        assertThat(FORMATS.read(file, ReadSettings.DEFAULTS)).isEqualTo(events);
    }

    @Test
    void anInterruptedRecordingIsReadToItsEnd() throws IOException {
        EventStream events = RandomEvents.of(20_000, 346, 260, 0, 50);
        byte[] bytes = Files.readAllBytes(write(events, Compression.LZ4));
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int table = (int) all.getLong(TABLE_PLACE);
        all.putLong(TABLE_PLACE, -1);
        Path file = folder.resolve("interrupted.aedat4");
        Files.write(file, Arrays.copyOf(bytes, table));
        assertThat(FORMATS.read(file, ReadSettings.DEFAULTS)).isEqualTo(events);
    }

    /** The events are all there, and the file is not whole. */
    @ParameterizedTest
    @EnumSource(Compression.class)
    void aPacketTableThatIsCutIsDamage(Compression compression) throws IOException {
        byte[] bytes = Files.readAllBytes(write(RandomEvents.of(9_000, 346, 260, 0, 50), compression));
        int table = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(TABLE_PLACE);
        for (int length : new int[] {table, table + 5, bytes.length - 7, bytes.length - 1}) {
            Path file = Files.write(folder.resolve("cut.aedat4"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> FORMATS.read(file, ReadSettings.DEFAULTS))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContaining("byte " + table + ": found ")
                    .hasMessageContaining(" in the packet table, at its byte ");
        }
    }

    @Test
    void headerFieldsThatAreWrongAreDamageAtTheirPlace() throws IOException {
        byte[] bytes = Files.readAllBytes(write(RandomEvents.of(100, 346, 260, 0, 50), Compression.NONE));
        assertDamage(bytes, SIZE_PLACE, 1 << 30, "byte 14: found header of 1073741828 bytes");
        assertDamage(bytes, SIZE_PLACE + 4, 1 << 30, "byte 18: found a reference to byte");
        assertDamage(bytes, SIZE_PLACE + 8, 0x41424344, "byte 22: found another identifier, expected 'IOHE'");
        assertDamage(bytes, COMPRESSION_PLACE, 5, "byte 46: found compression 5, expected 0 to 4");
        assertDamage(
                bytes, TABLE_PLACE, bytes.length + 1, "byte 54: found the packet table at byte " + (bytes.length + 1));
        assertDamage(
                bytes, SIZE_PLACE + 52, Integer.MIN_VALUE, "byte 66: found a vector of 2147483648 elements of 1 bytes");
        int packets = SIZE_PLACE
                + 4
                + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(SIZE_PLACE);
        assertDamage(bytes, packets, 7, "byte " + packets + ": found a packet of stream 7, expected one of 0");
        assertDamage(bytes, packets + 4, -1, "byte " + (packets + 4) + ": found a packet of -1 bytes");
        assertDamage(
                bytes,
                packets + 4,
                bytes.length,
                "byte " + (packets + 4) + ": found a packet of " + bytes.length + " bytes");
        assertDamage(bytes, packets + 8, 3, "byte " + (packets + 8) + ": found a size of 3");
        assertDamage(
                bytes, packets + 36, 101, "byte " + (packets + 36) + ": found a vector of 101 elements of 16 bytes");
        assertDamage(bytes, packets + 40 + 16 * 7 + 8, 346, "byte " + (packets + 40 + 16 * 7) + ": found x 346");
    }

    private void assertDamage(byte[] bytes, int position, int value, String message) throws IOException {
        byte[] damaged = bytes.clone();
        ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(position, value);
        Path file = Files.write(folder.resolve("damaged.aedat4"), damaged);
        assertThatThrownBy(() -> FORMATS.read(file, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void packetsWithoutBytesAreDamage(Compression compression) throws IOException {
        byte[] bytes = Files.readAllBytes(write(RandomEvents.of(10, 346, 260, 0, 50), compression));
        int packets = SIZE_PLACE
                + 4
                + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(SIZE_PLACE);
        assertDamage(bytes, packets + 4, 0, "byte " + (packets + 8) + ": found ");
    }

    @Test
    void ofSeveralStreamsTheFirstOrTheChosenIsRead() throws IOException {
        EventStream events = RandomEvents.of(100, 346, 260, 0, 50);
        byte[] bytes = Files.readAllBytes(write(events, Compression.NONE));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] renamed = text.replace("<node name=\"0\"", "<node name=\"3\"").getBytes(StandardCharsets.ISO_8859_1);
        int packets = SIZE_PLACE
                + 4
                + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(SIZE_PLACE);
        renamed[packets] = 3;
        Path file = Files.write(folder.resolve("renamed.aedat4"), renamed);
        assertThat(FORMATS.read(file, ReadSettings.DEFAULTS)).isEqualTo(events);
        assertThat(RecordingFormats.read(new Aedat4Format().ofStream(3), file, ReadSettings.DEFAULTS))
                .isEqualTo(events);
        assertThatThrownBy(() -> new Aedat4Format().ofStream(1).open(file, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("found streams of events: 3, expected stream 1");
    }

    @Test
    void documentTypesAndEntitiesAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(write(RandomEvents.of(10, 346, 260, 0, 50), Compression.NONE));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int type = text.indexOf("EVTS</attr>");
        byte[] entity = bytes.clone();
        System.arraycopy("&a; ".getBytes(StandardCharsets.ISO_8859_1), 0, entity, type, 4);
        Path file = Files.write(folder.resolve("entity.aedat4"), entity);
        assertThatThrownBy(() -> FORMATS.read(file, ReadSettings.DEFAULTS)).isInstanceOf(DataFormatException.class);
    }

    @Test
    void linkedBlocksReferToTheOutputBeforeThem() {
        byte[] input = {0x40, 'a', 'b', 'c', 'd', 0x15, 'e', 4, 0, 0x10, 'f'};
        byte[] output = new byte[64 + Lz4Blocks.SLACK];
        Lz4Blocks blocks = new Lz4Blocks(input, output);
        int first = blocks.decode(0, 5, 0);
        assertThat(first).isEqualTo(4);
        int second = blocks.decode(5, input.length, first);
        assertThat(new String(output, 0, second, StandardCharsets.ISO_8859_1)).isEqualTo("abcdebcdebcdebf");
    }

    @Test
    void blocksThatReferToNothingOrOverflowAreRefused() {
        byte[] tooFar = {0x10, 'a', 2, 0, 0x10, 'b'};
        assertThat(new Lz4Blocks(tooFar, new byte[64 + Lz4Blocks.SLACK]).decode(0, 6, 0))
                .isEqualTo(~4);
        byte[] tooLong = {0x1f, 'a', 1, 0, 100, 0x10, 'b'};
        assertThat(new Lz4Blocks(tooLong, new byte[64 + Lz4Blocks.SLACK]).decode(0, 7, 0))
                .isEqualTo(~5);
        byte[] noEnd = {0x1f, 'a', 1, 0, -1};
        assertThat(new Lz4Blocks(noEnd, new byte[64 + Lz4Blocks.SLACK]).decode(0, 5, 0))
                .isEqualTo(~5);
    }

    private Path write(EventStream events, Compression compression) throws IOException {
        Path file = folder.resolve("written.aedat4");
        try (EventWriter writer =
                new Aedat4Format().with(compression).create(file, new Sensor(events.width(), events.height()))) {
            writer.write(events);
            writer.commit();
        }
        return file;
    }
}
