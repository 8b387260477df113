package org.snn4j.data.format.prophesee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.RecordedData;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventDigest;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.RandomEvents;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.Sensor;

class PropheseeFormatsTest {
    private static final RecordingFormats FORMATS = RecordingFormats.standard();

    @TempDir
    Path folder;

    /** Count and digest of expelliarmus 1.1.12 and, for the count, evlib 0.13.2. Time never goes backward in either recording. */
    @Test
    void realRecordingsHaveTheEventsOfOtherReaders() throws IOException {
        Path samples = RecordedData.folder().resolve("format-samples");
        EventStream evt2 = FORMATS.read(samples.resolve("evt2.raw"), ReadSettings.DEFAULTS);
        assertThat(evt2.size()).isEqualTo(521_252);
        assertThat(EventDigest.of(evt2)).isEqualTo("902a206106288779");
        EventStream dat = FORMATS.read(samples.resolve("n-cars.dat"), ReadSettings.DEFAULTS);
        assertThat(dat.size()).isEqualTo(2009);
        assertThat(EventDigest.of(dat)).isEqualTo("46329bef9cd1e18a");
        assertThat(dat.width()).isEqualTo(78);
        assertThat(dat.height()).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evt-2", "evt-2.1", "evt-3", "prophesee-dat"})
    void whatIsWrittenIsRecognisedAndReadBack(String name) throws IOException {
        RecordingFormat format = FORMATS.named(name);
        EventStream events = RandomEvents.of(60_000, 640, 480, 4_000, 700);
        Path file = write(format, events);
        assertThat(FORMATS.recognise(file)).isSameAs(format);
        assertThat(FORMATS.read(file, ReadSettings.DEFAULTS)).isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evt-2", "evt-2.1", "evt-3", "prophesee-dat"})
    void timeThatOverflowsTheWordsGoesOn(String name) throws IOException {
        RecordingFormat format = FORMATS.named(name);
        long step = 1L << 30;
        int events = name.equals("evt-3") ? 60 : 100;
        int[] zeros = new int[events];
        long[] times = new long[events];
        for (int i = 0; i < events; i++) {
            times[i] = 5 + i * step;
        }
        EventStream stream = EventStream.of(1, 1, zeros, zeros, zeros, times);
        assertThat(FORMATS.read(write(format, stream), ReadSettings.DEFAULTS)).isEqualTo(stream);
    }

    /** The counter overflows in a part that is not the first. */
    @Test
    void timeThatOverflowsInALaterPartOfALargeRecordingGoesOn() throws IOException {
        EventStream events = RandomEvents.of(100_000, 640, 480, (1L << 34) - 200_000, 50);
        assertThat(events.time(30_000)).isLessThan(1L << 34);
        assertThat(events.time(60_000)).isGreaterThan(1L << 34);
        assertThat(FORMATS.read(write(FORMATS.named("evt-2"), events), ReadSettings.DEFAULTS))
                .isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evt-2", "evt-2.1", "evt-3", "prophesee-dat"})
    void firstTimesThatTheWordsCannotSayAreRefused(String name) {
        EventStream stream = EventStream.of(1, 1, new int[1], new int[1], new int[1], new long[] {1L << 40});
        assertThatThrownBy(() -> write(FORMATS.named(name), stream))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("time is 1099511627776 us")
                .hasMessageContaining("shift the recording");
        assertThat(folder).isEmptyDirectory();
    }

    /** Time 64 + 3: ON at (5, 7); a trigger; OFF at (6, 7) 63 us later. */
    @Test
    void evt2WordsAreDecodedByHand() throws IOException {
        Path file = raw(
                "% evt 2.0\n% geometry 8x9\n",
                4, 0x8000_0001L, 1L << 28 | 3L << 22 | 5 << 11 | 7, 0xa000_0000L, 0x8000_0002L, 2L << 22 | 6 << 11 | 7);
        assertThat(FORMATS.read(file, ReadSettings.DEFAULTS))
                .isEqualTo(EventStream.of(
                        8, 9, new int[] {5, 6}, new int[] {7, 7}, new int[] {1, 0}, new long[] {67, 130}));
    }

    @Test
    void evt21WordsAreDecodedByHandInBothOrders() throws IOException {
        EventStream expected = EventStream.of(
                64, 9, new int[] {32, 35, 63}, new int[] {7, 7, 7}, new int[] {1, 1, 1}, new long[] {67, 67, 67});
        long time = 0x8000_0001L << 32;
        long vector = (1L << 28 | 3L << 22 | 32 << 11 | 7) << 32 | 0x8000_0009L;
        Path little = raw("% format EVT21;height=9;width=64\n", 8, time, vector);
        assertThat(FORMATS.read(little, ReadSettings.DEFAULTS)).isEqualTo(expected);
        Path legacy = raw(
                "% format EVT21;endianness=legacy;height=9;width=64\n",
                8, Long.rotateLeft(time, 32), Long.rotateLeft(vector, 32));
        assertThat(FORMATS.read(legacy, ReadSettings.DEFAULTS)).isEqualTo(expected);
        Path other = raw("% format EVT21;endianness=big;height=9;width=64\n", 8, time);
        assertThatThrownBy(() -> FORMATS.read(other, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(
                        "byte 0: found '% format EVT21;endianness=big;height=9;width=64', expected endianness=little");
    }

    /** Skipped: an event before the time, one before the row. Then single events, two vectors after one base, and the next time. */
    @Test
    void evt3WordsAreDecodedByHand() throws IOException {
        Path file = raw(
                "% format EVT3;height=100;width=200\n% end\n",
                2,
                0x2001,
                0x8001,
                0x6002,
                0x2003,
                0x0009,
                0x2804,
                0x3000 | 10,
                0x4000 | 0x801,
                0x5000 | 0xf81,
                0xe005,
                0x8002,
                0x2006,
                0x6007,
                0x2007);
        EventStream events = FORMATS.read(file, ReadSettings.DEFAULTS);
        assertThat(events)
                .isEqualTo(EventStream.of(
                        200,
                        100,
                        new int[] {4, 10, 21, 22, 29, 6, 7},
                        new int[] {9, 9, 9, 9, 9, 9, 9},
                        new int[] {1, 0, 0, 0, 0, 0, 0},
                        new long[] {4098, 4098, 4098, 4098, 4098, 8192, 8199}));
    }

    @Test
    void vectorsAtTheEndOfTheColumnsAreDamage() throws IOException {
        Path file = raw("% evt 3.0\n", 2, 0x8000, 0x0000, 0x3000 | 2047, 0x4001, 0x4001);
        assertThatThrownBy(() -> FORMATS.read(file, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("byte 18: found a vector from column 2059 on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"% evt 2.0\n", "% format EVT21\n", "% evt 3.0\n% end\n"})
    void reservedWordsAreDamageWithTheirPlace(String header) throws IOException {
        int size = header.contains("21") ? 8 : header.contains("3.0") ? 2 : 4;
        long top = 1L << 8 * size - 4;
        Path file = raw(header, size, 8 * top, 9 * top);
        assertThatThrownBy(() -> FORMATS.read(file, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("byte " + (header.length() + size) + ": found a word of the reserved type 9");
    }

    @Test
    void timeThatGoesBackwardIsDamageOrSortedOnRequest() throws IOException {
        Path file = raw("% evt 2.0\n", 4, 0x8000_0005L, 1 << 22, 0x8000_0004L, 2 << 22 | 1 << 11);
        assertThatThrownBy(() -> FORMATS.read(file, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("byte 22: found time 258 us, expected at least 321 us");
        EventStream sorted = FORMATS.read(file, new ReadSettings(Optional.empty(), ReadSettings.Order.SORTED));
        assertThat(sorted.time(0)).isEqualTo(258);
        assertThat(sorted.x(0)).isEqualTo(1);
    }

    @Test
    void eventsOutsideTheStatedSensorAreDamage() throws IOException {
        Path file = raw("% evt 2.0\n% width 4\n% height 3\n", 4, 0x8000_0005L, 4 << 11);
        assertThatThrownBy(() -> FORMATS.read(file, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("byte 35: found x 4, expected a column in [0, 3]");
        Path geometry = raw("% evt 2.0\n% geometry 4\n", 4, 0x8000_0005L);
        assertThatThrownBy(() -> FORMATS.read(geometry, ReadSettings.DEFAULTS))
                .hasMessageContaining("byte 10: found '% geometry 4'");
    }

    @Test
    void datHeadersAreChecked() throws IOException {
        assertDat(
                "% Data file containing CD events\n% Version 1\n", new byte[] {12, 8}, "byte 33: found '% Version 1'");
        assertDat(
                "% Data file containing CD events\n% Version 2\n",
                new byte[] {14, 8}, "byte 45: found events of type 14");
        assertDat(
                "% Data file containing CD events\n% Version 2\n",
                new byte[] {12, 9}, "byte 46: found events of 9 bytes");
        assertDat(
                "% Data file containing CD events\n% Version 2\n",
                new byte[] {12}, "byte 45: found type and size of the events of 2 bytes");
        assertDat(
                "% Data file containing CD events\n% Version 2\n",
                new byte[] {12, 8, 1}, "byte 47: found 1 bytes, expected a word of 8");
        assertDat(
                "% Data file containing CD events\n% Version 2\n",
                new byte[] {12, 8, 0, 0, 0, 0, 0, 0, 0, 0x20}, "byte 47: found polarity 2");
    }

    private void assertDat(String header, byte[] bytes, String message) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(header.getBytes(StandardCharsets.ISO_8859_1));
        all.write(bytes);
        Path file = Files.write(folder.resolve("a.dat"), all.toByteArray());
        assertThatThrownBy(() -> FORMATS.read(file, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(message);
    }

    private Path raw(String header, int size, long... words) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(header.length() + size * words.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(header.getBytes(StandardCharsets.ISO_8859_1));
        for (long word : words) {
            bytes.putLong(bytes.position(), word).position(bytes.position() + size);
        }
        byte[] content = new byte[bytes.position()];
        bytes.get(0, content);
        return Files.write(folder.resolve("a.raw"), content);
    }

    private Path write(RecordingFormat format, EventStream events) throws IOException {
        Path file = folder.resolve("written" + format.extensions().get(0));
        try (EventWriter writer = format.create(file, new Sensor(events.width(), events.height()))) {
            writer.write(events);
            writer.commit();
        }
        return file;
    }

    @Test
    void readersGiveWhatIsAskedForAndThenNothing() throws IOException {
        EventStream events = RandomEvents.of(50_000, 640, 480, 0, 50);
        Path file = write(new Evt3Format(), events);
        try (EventReader reader = new Evt3Format().open(file, ReadSettings.DEFAULTS)) {
            EventColumns columns = new EventColumns(0);
            while (reader.read(columns, 777) > 0) {}
            assertThat(columns.toStream(640, 480)).isEqualTo(events);
            assertThat(reader.read(columns, 1)).isZero();
        }
    }
}
