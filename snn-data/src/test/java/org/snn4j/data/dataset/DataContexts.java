package org.snn4j.data.dataset;

import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.core.Seeds;
import org.snn4j.data.encode.CountByNumber;
import org.snn4j.data.encode.VChannel;
import org.snn4j.data.resize.Interpolation;

/** Contexts that the tests open data with: counts of 4 slices, value channel. */
final class DataContexts {
    static final int STEPS = 4;

    private DataContexts() {}

    static DatasetContext clean(Path folder, long seed) {
        return of(folder, Protocol.CLEAN, seed);
    }

    static DatasetContext of(Path folder, Protocol protocol, long seed) {
        return new DatasetContext(
                folder,
                new CountByNumber(new CountByNumber.Config(STEPS, 0, Interpolation.BILINEAR_ALIGNED)),
                new VChannel(VChannel.Config.DEFAULTS),
                protocol,
                Optional.empty(),
                new Seeds(seed));
    }
}
