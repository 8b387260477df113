package org.snn4j.data.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * One fuzz target for each format, named as the format without its dots and hyphens. The build runs each on the stored inputs; a campaign of one
 * format is
 *
 * <pre>JAZZER_FUZZ=1 mvn -pl snn-data -am test -Djazzer.hooks=true -Dtest='FormatFuzzTest#aedat2' -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * <p>and what it finds goes to {@code src/test/resources}, beside the inputs.
 */
class FormatFuzzTest {
    /** More than any format can hold: deflated arrays of one byte an event. */
    private static final int EVENTS_PER_BYTE = 1032;

    @TempDir(factory = MemoryFolder.class)
    static Path folder;

    @FuzzTest
    void aedat2(byte[] bytes) throws IOException {
        read("aedat-2", bytes);
    }

    @FuzzTest
    void aedat31(byte[] bytes) throws IOException {
        read("aedat-3.1", bytes);
    }

    @FuzzTest
    void aedat4(byte[] bytes) throws IOException {
        read("aedat-4", bytes);
    }

    @FuzzTest
    void atis(byte[] bytes) throws IOException {
        read("atis", bytes);
    }

    @FuzzTest
    void atisoverflow(byte[] bytes) throws IOException {
        read("atis-overflow", bytes);
    }

    @FuzzTest
    void eventstream(byte[] bytes) throws IOException {
        read("event-stream", bytes);
    }

    @FuzzTest
    void evt2(byte[] bytes) throws IOException {
        read("evt-2", bytes);
    }

    @FuzzTest
    void evt21(byte[] bytes) throws IOException {
        read("evt-2.1", bytes);
    }

    @FuzzTest
    void evt3(byte[] bytes) throws IOException {
        read("evt-3", bytes);
    }

    @FuzzTest
    void hdf5(byte[] bytes) throws IOException {
        read("hdf5", bytes);
    }

    @FuzzTest
    void matlab(byte[] bytes) throws IOException {
        read("matlab", bytes);
    }

    @FuzzTest
    void npy(byte[] bytes) throws IOException {
        read("npy", bytes);
    }

    @FuzzTest
    void npz(byte[] bytes) throws IOException {
        read("npz", bytes);
    }

    @FuzzTest
    void propheseedat(byte[] bytes) throws IOException {
        read("prophesee-dat", bytes);
    }

    @FuzzTest
    void text(byte[] bytes) throws IOException {
        read("text", bytes);
    }

    private static void read(String name, byte[] bytes) throws IOException {
        RecordingFormat format = RecordingFormats.standard().named(name);
        Harmless.read(format, folder.resolve("fuzzed" + format.extensions().get(0)), bytes, EVENTS_PER_BYTE);
    }
}
