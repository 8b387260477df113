package org.snn4j.data.format;

import java.util.Arrays;
import java.util.Random;

/** Random damage to files. */
final class Mutations {
    private static final byte[] EXTREMES = {0, 1, 0x7f, (byte) 0x80, (byte) 0xfe, (byte) 0xff};

    private Mutations() {}

    /** Bytes with one change: flipped bits, extreme bytes or numbers, parts cut out, doubled or moved, or a cut end. */
    static byte[] change(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = position(bytes.length, random);
        byte[] changed = bytes.clone();
        switch (random.nextInt(8)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[at] = (byte) random.nextInt();
            case 2 -> changed[at] = EXTREMES[random.nextInt(EXTREMES.length)];
            case 3 -> Arrays.fill(changed, at, end(at, 8, changed, random), EXTREMES[random.nextInt(EXTREMES.length)]);
            case 4 -> {
                for (int i = at; i < end(at, 16, changed, random); i++) {
                    changed[i] = (byte) random.nextInt();
                }
            }
            case 5 -> changed = Arrays.copyOf(changed, at);
            case 6 -> changed = joined(bytes, at, end(at, 64, bytes, random));
            default -> changed = joined(bytes, end(at, 64, bytes, random), at);
        }
        return changed;
    }

    /** Half of the changes go into the first bytes, where lengths and names stand. */
    private static int position(int length, Random random) {
        return random.nextInt(random.nextBoolean() ? Math.min(length, 128) : length);
    }

    private static int end(int at, int most, byte[] bytes, Random random) {
        return Math.min(bytes.length, at + 1 + random.nextInt(most));
    }

    /** The bytes up to one place and from another on: what is between is cut out or doubled. */
    private static byte[] joined(byte[] bytes, int to, int from) {
        byte[] joined = Arrays.copyOf(bytes, to + bytes.length - from);
        System.arraycopy(bytes, from, joined, to, bytes.length - from);
        return joined;
    }
}
