package org.snn4j.data;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of recorded data that {@code SNN4J_DATA} names. */
public final class RecordedData {
    private static final String VARIABLE = "SNN4J_DATA";

    private RecordedData() {}

    /** The folder, a relative one seen from the folder of the whole project; the test is skipped where none is named. */
    public static Path folder() {
        String named = System.getenv(VARIABLE);
        Assumptions.assumeTrue(named != null, VARIABLE + " is not set: recorded data are not tested");
        return Path.of(System.getProperty("snn4j.root", "..")).resolve(named);
    }
}
