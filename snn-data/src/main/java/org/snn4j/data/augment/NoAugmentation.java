package org.snn4j.data.augment;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;

/** Leaves every sample as it is and draws nothing. */
@Reference(title = "None: the identity")
public final class NoAugmentation implements FrameAugmentation {
    /** No parameters. */
    public record Config() {
        public static final Config DEFAULTS = new Config();
    }

    @Inject
    public NoAugmentation(Config config) {}

    @Override
    public void augmenti(float[] frames, int offset, FrameShape shape, RandomGenerator random) {
        // The null object of the slot.
    }
}
