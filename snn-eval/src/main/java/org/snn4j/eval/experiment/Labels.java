package org.snn4j.eval.experiment;

import java.util.Locale;

/** Constants as files spell them. */
final class Labels {
    private Labels() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
