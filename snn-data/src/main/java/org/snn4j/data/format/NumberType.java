package org.snn4j.data.format;

import java.nio.ByteBuffer;

/** How a number is stored. */
public enum NumberType {
    INT_8(1),
    UINT_8(1),
    INT_16(2),
    UINT_16(2),
    INT_32(4),
    UINT_32(4),
    INT_64(8),
    UINT_64(8),
    FLOAT_32(4),
    FLOAT_64(8);

    /** What {@link #whole} gives for a number that is not a whole one or does not fit. */
    public static final long NOT_WHOLE = Long.MIN_VALUE;

    private static final double LARGEST = 0x1p62;

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of a number. */
    public int bytes() {
        return bytes;
    }

    /** True for binary fractions. */
    public boolean isFloating() {
        return this == FLOAT_32 || this == FLOAT_64;
    }

    /**
     * The integer type of a size.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static NumberType integer(int bytes, boolean signed) {
        return switch (bytes) {
            case 1 -> signed ? INT_8 : UINT_8;
            case 2 -> signed ? INT_16 : UINT_16;
            case 4 -> signed ? INT_32 : UINT_32;
            case 8 -> signed ? INT_64 : UINT_64;
            default -> throw new IllegalArgumentException("integers of " + bytes + " bytes, must be 1, 2, 4 or 8");
        };
    }

    /**
     * A number as a whole one.
     *
     * @param scale 1 to take only whole numbers; else a fraction is multiplied by it and rounded to the nearest, an integer is taken as it is
     * @return {@link #NOT_WHOLE} if that is not possible
     */
    public long whole(ByteBuffer from, int position, double scale) {
        return switch (this) {
            case INT_8 -> from.get(position);
            case UINT_8 -> from.get(position) & 0xff;
            case INT_16 -> from.getShort(position);
            case UINT_16 -> from.getShort(position) & 0xffff;
            case INT_32 -> from.getInt(position);
            case UINT_32 -> from.getInt(position) & 0xffffffffL;
            case INT_64 -> from.getLong(position);
            case UINT_64 -> from.getLong(position) < 0 ? NOT_WHOLE : from.getLong(position);
            case FLOAT_32 -> whole(from.getFloat(position), scale);
            case FLOAT_64 -> whole(from.getDouble(position), scale);
        };
    }

    private static long whole(double value, double scale) {
        double scaled = value * scale;
        if (!(Math.abs(scaled) <= LARGEST) || scale == 1 && scaled != Math.rint(scaled)) {
            return NOT_WHOLE;
        }
        return Math.round(scaled);
    }
}
