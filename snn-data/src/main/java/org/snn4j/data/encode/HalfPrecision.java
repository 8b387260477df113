package org.snn4j.data.encode;

/** IEEE 754 half precision: 11 significant bits, smallest exponent -14. */
final class HalfPrecision {
    private static final int FRACTION_BITS = 10;
    private static final int SMALLEST_EXPONENT = -14;

    private HalfPrecision() {}

    /** The nearest half-precision number, ties to even; for finite values of at most 65504. */
    static float round(double value) {
        int exponent = Math.max(Math.getExponent(value), SMALLEST_EXPONENT);
        double scaled = Math.scalb(value, FRACTION_BITS - exponent);
        return (float) Math.scalb(Math.rint(scaled), exponent - FRACTION_BITS);
    }
}
