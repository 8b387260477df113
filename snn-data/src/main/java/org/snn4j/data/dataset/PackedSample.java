package org.snn4j.data.dataset;

/**
 * Values of one sample in as little memory as keeps them exactly: a byte each where all are whole numbers from 0 to 255 (event counts) or such
 * numbers over 255 (8-bit images), otherwise as they are.
 */
final class PackedSample {
    private static final int LEVELS = 256;
    private static final float[] WHOLE = levels(1);
    private static final float[] FRACTION = levels(LEVELS - 1);

    private final byte[] codes;
    private final float[] values;

    private PackedSample(byte[] codes, float[] values) {
        this.codes = codes;
        this.values = values;
    }

    private static float[] levels(int divisor) {
        float[] levels = new float[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            levels[i] = i / (float) divisor;
        }
        return levels;
    }

    /** Packs the values, which may then be changed. */
    static PackedSample of(float[] values) {
        byte[] codes = encode(values, WHOLE, 1);
        if (codes != null) {
            return new PackedSample(codes, WHOLE);
        }
        codes = encode(values, FRACTION, LEVELS - 1);
        return codes == null ? new PackedSample(null, values.clone()) : new PackedSample(codes, FRACTION);
    }

    private static byte[] encode(float[] values, float[] levels, int scale) {
        byte[] codes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            int code = Math.round(values[i] * scale);
            // Compared by bits: a negative zero is no level.
            if (code < 0
                    || code >= LEVELS
                    || Float.floatToRawIntBits(levels[code]) != Float.floatToRawIntBits(values[i])) {
                return null;
            }
            codes[i] = (byte) code;
        }
        return codes;
    }

    /** Memory of the values. */
    long bytes() {
        return codes == null ? (long) Float.BYTES * values.length : codes.length;
    }

    /** Writes the values {@code times} times in a row. */
    void copyTo(float[] target, int offset, int times) {
        int length = codes == null ? values.length : codes.length;
        if (codes == null) {
            System.arraycopy(values, 0, target, offset, length);
        } else {
            for (int i = 0; i < length; i++) {
                target[offset + i] = values[codes[i] & 0xFF];
            }
        }
        for (int i = 1; i < times; i++) {
            System.arraycopy(target, offset, target, offset + i * length, length);
        }
    }
}
