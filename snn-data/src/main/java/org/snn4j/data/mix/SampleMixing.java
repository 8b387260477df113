package org.snn4j.data.mix;

import java.util.random.RandomGenerator;
import org.snn4j.data.FrameShape;

/** Mixes a training sample with another. Stateless and safe for several threads. */
public interface SampleMixing {
    /**
     * Mixes the partner into the sample, in place.
     *
     * @param sample values [T, C, H, W] in row-major order
     * @param partner values of the same shape, not changed
     * @param shape shape of both
     * @param random source of the draws
     * @return share of the sample's own class in the label of the mixture, in [0, 1]; the rest is the partner's
     */
    double mixi(float[] sample, float[] partner, FrameShape shape, RandomGenerator random);

    /** What the share is made of. */
    LabelRule rule();

    /** True if samples may be changed, so that their labels have two classes. */
    default boolean mixes() {
        return rule() != LabelRule.OWN;
    }
}
