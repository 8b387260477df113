package org.snn4j.data.augment;

import java.util.random.RandomGenerator;
import org.snn4j.data.FrameShape;

/** A random change of one training sample; every time step and channel is changed alike. */
public interface FrameAugmentation {
    /**
     * Changes the sample in place.
     *
     * @param frames holds the sample [T, C, H, W] in row-major order from {@code offset} on
     * @param shape shape of the sample
     * @param random source of the draws
     */
    void augmenti(float[] frames, int offset, FrameShape shape, RandomGenerator random);
}
