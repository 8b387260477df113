package org.snn4j.core.kernel;

/** Counts without a branch. */
final class NonZeros {
    private NonZeros() {}

    /** 1 for any value but 0 and -0, 0 for these. */
    static int one(float value) {
        int magnitude = Float.floatToRawIntBits(value) << 1;
        return (magnitude | -magnitude) >>> 31;
    }
}
