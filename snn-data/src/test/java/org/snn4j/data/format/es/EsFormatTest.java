package org.snn4j.data.format.es;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.RecordedData;
import org.snn4j.data.UnsupportedContentException;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventDigest;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.Sensor;

class EsFormatTest {
    @TempDir
    private Path folder;

    @Test
    void timesAddUpOverOverflowsAndNothingHappensAtResets() throws IOException {
        // 3 us ON; 2 * 127 + 5 us OFF; a reset; 0 us ON
        Path file = file(1, 0x07, 1, 0, 2, 0, 0xff, 0xff, 0x0a, 3, 0, 4, 0, 0xfe, 0x01, 5, 0, 6, 0);
        assertThat(read(file))
                .isEqualTo(EventStream.of(
                        320, 240, new int[] {1, 3, 5}, new int[] {2, 4, 6}, new int[] {1, 0, 1}, new long[] {3, 262, 262
                        }));
    }

    @Test
    void measurementsOfAtisAreSkippedButTheirTimeCounts() throws IOException {
        // 4 us ON; 3 * 63 us; 2 us, a measurement; 1 us OFF
        Path file = file(2, 0x12, 1, 0, 2, 0, 0xff, 0x0b, 9, 0, 9, 0, 0x04, 3, 0, 4, 0);
        assertThat(read(file))
                .isEqualTo(EventStream.of(
                        320, 240, new int[] {1, 3}, new int[] {2, 4}, new int[] {1, 0}, new long[] {4, 196}));
    }

    @Test
    void eventsWithoutPolarityAreRefusedByName() throws IOException {
        assertThatThrownBy(() -> read(file(4, 0, 0, 0, 0, 0, 0, 0, 0)))
                .isInstanceOf(UnsupportedContentException.class)
                .hasMessageContaining("byte 15: found colour events, expected DVS or ATIS events");
        assertThatThrownBy(() -> read(file(9))).hasMessageContaining("found events of type 9");
    }

    @Test
    void eventThatIsCutIsNamedWithItsByte() throws IOException {
        assertThatThrownBy(() -> read(file(1, 1, 1, 0, 2, 0, 1, 1)))
                .hasMessageContaining("byte 25: found 2 bytes at the end, expected an event of 5 bytes");
    }

    @Test
    void pauseThatWouldTakeMegabytesIsNotWritten() throws IOException {
        EventStream late =
                EventStream.of(1, 1, new int[1], new int[1], new int[1], new long[] {1_600_000_000_000_000L});
        try (EventWriter writer = new EsFormat().create(folder.resolve("x.es"), new Sensor(1, 1))) {
            assertThatThrownBy(() -> writer.write(late)).hasMessageContaining("event 0: time is 1600000000000000 us");
        }
    }

    /** Count and digest of event_stream 1.6.3, the library of the format's authors. */
    @Test
    void realRecordingHasTheEventsOfItsAuthorsReader() throws IOException {
        EventStream events = read(RecordedData.folder().resolve("format-samples/dvs.es"));
        assertThat(events.width()).isEqualTo(320);
        assertThat(events.height()).isEqualTo(240);
        assertThat(events.size()).isEqualTo(473_225);
        assertThat(EventDigest.of(events)).isEqualTo("affde73310eac197");
    }

    private static EventStream read(Path file) throws IOException {
        return RecordingFormats.read(new EsFormat(), file, ReadSettings.DEFAULTS);
    }

    private Path file(int type, int... content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("Event Stream".getBytes(StandardCharsets.US_ASCII));
        bytes.write(new byte[] {2, 0, 0, (byte) type, 0x40, 1, (byte) 240, 0});
        for (int value : content) {
            bytes.write(value);
        }
        return Files.write(folder.resolve("x.es"), bytes.toByteArray());
    }
}
