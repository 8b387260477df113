package org.snn4j.data.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventDigest;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.RandomEvents;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.Sensor;

class Hdf5FormatTest {
    private static final RecordingFormats FORMATS = RecordingFormats.standard();

    @TempDir
    Path folder;

    /** The same 300 events, written by h5py 3.16 in the layouts of several data sets; {@code dsec} has an offset of time. */
    @ParameterizedTest
    @CsvSource({"dsec,SHIFTED", "rpg,PLAIN", "m3ed,PLAIN", "v2e,PLAIN", "root,PLAIN"})
    void layoutsOfDataSetsAreRead(String name, String events) throws IOException {
        Path file = resource(name + ".h5");
        assertThat(FORMATS.recognise(file)).isInstanceOf(Hdf5Format.class);
        EventStream read = FORMATS.read(file, ReadSettings.DEFAULTS);
        assertThat(read.size()).isEqualTo(300);
        assertThat(EventDigest.of(read)).isEqualTo(events.equals("PLAIN") ? "a422ecd9fd763d11" : "0adc1f2a35e7a737");
    }

    @Test
    void aPlaceMayBeGiven() throws IOException {
        Path file = resource("m3ed.h5");
        EventStream there = RecordingFormats.read(new Hdf5Format().at("prophesee/left"), file, ReadSettings.DEFAULTS);
        assertThat(there.size()).isEqualTo(300);
        assertThatThrownBy(() -> new Hdf5Format().at("prophesee").open(file, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("found no events at 'prophesee', expected a group with x, y, p and t");
    }

    @Test
    void whatIsWrittenIsRecognisedAndReadBack() throws IOException {
        EventStream events = RandomEvents.of(20_000, 640, 480, 1L << 40, 100);
        Path file = folder.resolve("written.h5");
        try (EventWriter writer = new Hdf5Format().create(file, new Sensor(640, 480))) {
            writer.write(events);
            writer.commit();
        }
        assertThat(FORMATS.recognise(file)).isInstanceOf(Hdf5Format.class);
        assertThat(FORMATS.read(file, ReadSettings.DEFAULTS)).isEqualTo(events);
    }

    @Test
    void columnsThatDifferInLengthAreDamage() throws IOException {
        assertDamage(new int[] {1, 2}, new long[] {1}, "found 2 numbers in '/events/x', expected 1 as in '/events/t'");
    }

    @Test
    void timesThatAreNoTimesAreDamage() throws IOException {
        assertDamage(new int[] {1}, new double[] {Double.NaN}, "found no whole number at index 0 of '/events/t'");
        assertDamage(
                new int[] {-1},
                new double[] {0},
                "found -1 at index 0 of '/events/x', expected a whole number in [0, 32767]");
    }

    @Test
    void eventsAtSeveralPlacesMustBeChosen() throws IOException {
        Path file = folder.resolve("two.h5");
        try (WritableHdfFile out = HdfFile.write(file)) {
            columns(out.putGroup("left"), new int[] {1}, new long[] {1});
            columns(out.putGroup("right"), new int[] {1}, new long[] {1});
        }
        assertThatThrownBy(() -> FORMATS.read(file, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("found events at several places: /left, /right");
    }

    @Test
    void aFileCutAnywhereIsDamageOrWhole() throws IOException {
        byte[] bytes = Files.readAllBytes(resource("m3ed.h5"));
        for (int length = 8; length < bytes.length; length += 97) {
            Path file = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(bytes, length));
            try {
                assertThat(RecordingFormats.read(new Hdf5Format(), file, ReadSettings.DEFAULTS)
                                .size())
                        .isEqualTo(300);
            } catch (DataFormatException e) {
                assertThat(e.file()).isEqualTo(file);
            }
        }
    }

    private void assertDamage(int[] x, Object times, String message) throws IOException {
        Path file = folder.resolve("damaged.h5");
        try (WritableHdfFile out = HdfFile.write(file)) {
            columns(out.putGroup("events"), x, times);
        }
        assertThatThrownBy(() -> FORMATS.read(file, ReadSettings.DEFAULTS))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(message);
    }

    private static void columns(WritableGroup group, int[] x, Object times) {
        group.putDataset("x", x);
        group.putDataset("y", new int[] {0});
        group.putDataset("p", new int[] {0});
        group.putDataset("t", times);
    }

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = getClass().getResourceAsStream(name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}
