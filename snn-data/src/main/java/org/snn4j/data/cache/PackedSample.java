package org.snn4j.data.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.snn4j.data.format.ByteOrders;

/**
 * Values of one sample in as little memory as keeps them exactly: a byte each where all are whole numbers from 0 to 255 (event counts) or such
 * numbers over 255 (8-bit images), otherwise four; and only those that are not 0, with a bit for each value, where that takes less. Immutable.
 *
 * <p>Packed bytes are the same on every machine: numbers are little-endian. Bits of the mask: value i is bit i mod 64 of word i / 64.
 */
public final class PackedSample {
    private static final int LEVELS = 256;
    private static final int WORD = Long.SIZE;

    private final Form form;
    private final int length;
    private final byte[] packed;

    private PackedSample(Form form, int length, byte[] packed) {
        this.form = form;
        this.length = length;
        this.packed = packed;
    }

    /** How values are packed; the number of a form stands in files. */
    enum Form {
        COUNTS(Level.WHOLE, false),
        NON_ZERO_COUNTS(Level.WHOLE, true),
        FRACTIONS(Level.FRACTION, false),
        NON_ZERO_FRACTIONS(Level.FRACTION, true),
        NUMBERS(Level.NUMBER, false),
        NON_ZERO_NUMBERS(Level.NUMBER, true);

        private final Level level;
        private final boolean masked;

        Form(Level level, boolean masked) {
            this.level = level;
            this.masked = masked;
        }

        private static Form of(Level level, boolean masked) {
            return values()[2 * level.ordinal() + (masked ? 1 : 0)];
        }
    }

    /** What one value takes. */
    private enum Level {
        WHOLE(1, 1),
        FRACTION(LEVELS - 1, 1),
        NUMBER(0, Float.BYTES);

        private final int bytes;
        private final int scale;
        private final float[] values;

        Level(int scale, int bytes) {
            this.scale = scale;
            this.bytes = bytes;
            values = new float[scale == 0 ? 0 : LEVELS];
            for (int i = 0; i < values.length; i++) {
                values[i] = i / (float) scale;
            }
        }

        /** True if every value is one of this level, bit for bit: a negative zero is no whole number. */
        private boolean holds(float[] numbers, long[] masks) {
            for (int word = 0; word < masks.length; word++) {
                for (long mask = masks[word]; mask != 0; mask &= mask - 1) {
                    float number = numbers[word * WORD + Long.numberOfTrailingZeros(mask)];
                    int code = code(number);
                    if (code < 0
                            || code >= LEVELS
                            || Float.floatToRawIntBits(values[code]) != Float.floatToRawIntBits(number)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private int code(float number) {
            return (int) (number * scale + 0.5f);
        }
    }

    /** Packs the values, which may then be changed. */
    public static PackedSample of(float[] values) {
        long[] masks = masks(values);
        int others = 0;
        for (long mask : masks) {
            others += Long.bitCount(mask);
        }
        long masked = (long) maskBytes(values.length) + others;
        if (masked < values.length) {
            byte[] packed = new byte[(int) masked];
            if (counts(values, masks, packed)) {
                return new PackedSample(Form.NON_ZERO_COUNTS, values.length, packed);
            }
        }
        return ofLevel(values, masks, others);
    }

    private static PackedSample ofLevel(float[] values, long[] masks, int others) {
        Level level = Level.WHOLE.holds(values, masks)
                ? Level.WHOLE
                : Level.FRACTION.holds(values, masks) ? Level.FRACTION : Level.NUMBER;
        long dense = (long) level.bytes * values.length;
        long masked = maskBytes(values.length) + (long) level.bytes * others;
        return masked < dense
                ? masked(values, masks, level, (int) masked)
                : dense(values, level, Math.toIntExact(dense));
    }

    /** Fills in masks and whole numbers in one pass; false if one of them is no whole number of a byte, bit for bit. */
    private static boolean counts(float[] values, long[] masks, byte[] packed) {
        int next = maskBytes(values.length);
        int wrong = 0;
        for (int word = 0; word < masks.length; word++) {
            ByteOrders.littleLong(packed, word * Long.BYTES, masks[word]);
            for (long mask = masks[word]; mask != 0; mask &= mask - 1) {
                float value = values[word * WORD + Long.numberOfTrailingZeros(mask)];
                int count = (int) value;
                wrong |= Float.floatToRawIntBits(value) ^ Float.floatToRawIntBits(count);
                wrong |= count & -LEVELS;
                packed[next++] = (byte) count;
            }
            if (wrong != 0) {
                return false;
            }
        }
        return true;
    }

    /** A bit for each value: 1 where it is not 0. Without branches, since where values are cannot be foreseen. */
    private static long[] masks(float[] values) {
        long[] masks = new long[(values.length + WORD - 1) / WORD];
        for (int word = 0; word < masks.length; word++) {
            int from = word * WORD;
            int to = Math.min(values.length, from + WORD);
            long mask = 0;
            for (int i = from; i < to; i++) {
                int bits = Float.floatToRawIntBits(values[i]);
                mask |= (long) ((bits | -bits) >>> 31) << i;
            }
            masks[word] = mask;
        }
        return masks;
    }

    private static int maskBytes(int length) {
        return (length + WORD - 1) / WORD * Long.BYTES;
    }

    private static PackedSample dense(float[] values, Level level, int bytes) {
        byte[] packed = new byte[bytes];
        for (int i = 0; i < values.length; i++) {
            put(values[i], level, packed, i * level.bytes);
        }
        return new PackedSample(Form.of(level, false), values.length, packed);
    }

    private static PackedSample masked(float[] values, long[] masks, Level level, int bytes) {
        byte[] packed = new byte[bytes];
        int next = maskBytes(values.length);
        for (int word = 0; word < masks.length; word++) {
            ByteOrders.littleLong(packed, word * Long.BYTES, masks[word]);
            for (long mask = masks[word]; mask != 0; mask &= mask - 1) {
                put(values[word * WORD + Long.numberOfTrailingZeros(mask)], level, packed, next);
                next += level.bytes;
            }
        }
        return new PackedSample(Form.of(level, true), values.length, packed);
    }

    private static void put(float value, Level level, byte[] packed, int at) {
        if (level == Level.NUMBER) {
            ByteOrders.littleInt(packed, at, Float.floatToRawIntBits(value));
        } else {
            packed[at] = (byte) level.code(value);
        }
    }

    /**
     * A sample that was packed before.
     *
     * @param form number of its form
     * @param packed its bytes, kept
     * @throws IllegalArgumentException if no sample of so many values is packed so
     */
    static PackedSample unpacked(int form, int length, byte[] packed) {
        if (form < 0 || form >= Form.values().length) {
            throw new IllegalArgumentException(
                    "form is " + form + ", must be in [0, " + (Form.values().length - 1) + "]");
        }
        Form known = Form.values()[form];
        long values = length;
        if (known.masked) {
            values = packed.length < maskBytes(length) ? -1 : ones(packed, length);
        }
        long expected = values * known.level.bytes + (known.masked ? maskBytes(length) : 0);
        if (values < 0 || packed.length != expected) {
            throw new IllegalArgumentException(
                    "sample has " + packed.length + " bytes, which do not hold " + length + " values");
        }
        return new PackedSample(known, length, packed);
    }

    /** Bits of the mask; -1 if one lies behind the last value. */
    private static long ones(byte[] packed, int length) {
        long ones = 0;
        for (int at = 0; at < maskBytes(length); at += Long.BYTES) {
            ones += Long.bitCount(ByteOrders.littleLong(packed, at));
        }
        int rest = length % WORD;
        return rest > 0 && ByteOrders.littleLong(packed, maskBytes(length) - Long.BYTES) >>> rest != 0 ? -1 : ones;
    }

    /** Number of the form, for files. */
    int form() {
        return form.ordinal();
    }

    /** The packed bytes, for reading only. */
    ByteBuffer packed() {
        return ByteBuffer.wrap(packed).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Memory of the values. */
    public long bytes() {
        return packed.length;
    }

    /** Memory that a sample of the same level takes at most, whatever part of it is 0. */
    public long mostBytes() {
        return (long) length * form.level.bytes;
    }

    /** Writes the values {@code times} times in a row. */
    public void copyTo(float[] target, int offset, int times) {
        if (form.masked) {
            scatter(target, offset);
        } else if (form.level == Level.NUMBER) {
            for (int i = 0; i < length; i++) {
                target[offset + i] = number(i * Float.BYTES);
            }
        } else {
            float[] values = form.level.values;
            for (int i = 0; i < length; i++) {
                target[offset + i] = values[packed[i] & 0xFF];
            }
        }
        for (int i = 1; i < times; i++) {
            System.arraycopy(target, offset, target, offset + i * length, length);
        }
    }

    private void scatter(float[] target, int offset) {
        Arrays.fill(target, offset, offset + length, 0);
        float[] values = form.level.values;
        int next = maskBytes(length);
        for (int from = 0; from < length; from += WORD) {
            for (long mask = ByteOrders.littleLong(packed, from / Byte.SIZE); mask != 0; mask &= mask - 1) {
                int at = offset + from + Long.numberOfTrailingZeros(mask);
                target[at] = values.length == 0 ? number(next) : values[packed[next] & 0xFF];
                next += form.level.bytes;
            }
        }
    }

    private float number(int at) {
        return Float.intBitsToFloat(ByteOrders.littleInt(packed, at));
    }
}
