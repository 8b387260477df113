package org.snn4j.core.kernel;

import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

/** Where ND4J's arrays are. */
final class Backend {
    private Backend() {}

    static String name() {
        return Nd4j.getBackend().getClass().getSimpleName();
    }

    /** False if a device holds them. */
    static boolean inMainMemory() {
        return name().toLowerCase(Locale.ROOT).contains("cpu");
    }
}
