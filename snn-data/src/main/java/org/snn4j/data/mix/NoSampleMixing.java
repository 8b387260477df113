package org.snn4j.data.mix;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;

/** Leaves every sample as it is and draws nothing. */
@Reference(title = "None: the identity")
public final class NoSampleMixing implements SampleMixing {
    /** No parameters. */
    public record Config() {
        public static final Config DEFAULTS = new Config();
    }

    @Inject
    public NoSampleMixing(Config config) {}

    @Override
    public double mixi(float[] sample, float[] partner, FrameShape shape, RandomGenerator random) {
        return 1;
    }

    @Override
    public LabelRule rule() {
        return LabelRule.OWN;
    }
}
