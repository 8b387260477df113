package org.snn4j.data.format.aedat4;

import org.snn4j.core.Reference;

/** Decodes blocks of LZ4, each of which may refer to the output of those before it. */
@Reference(title = "LZ4 Block Format Description", link = "https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md")
final class Lz4Blocks {
    /** Bytes behind the output that may be overwritten. */
    static final int SLACK = 64;

    /** Greatest number of bytes that one byte of a block can stand for. */
    static final int EXPANSION = 255;

    private static final int WORD = 8;
    private static final int LONG_LENGTH = 15;
    private static final int LEAST_MATCH = 4;

    /** A sequence without long lengths takes at most 1 + 14 + 2 bytes of input; copies of whole words look at some more. */
    private static final int FAST_INPUT = 32;

    /** The same sequence gives at most 14 + 18 bytes. */
    private static final int FAST_OUTPUT = 32;

    private final byte[] in;
    private final byte[] out;
    private int read;
    private int write;

    /** @param in compressed bytes   @param out receives the output, with {@link #SLACK} bytes more than it may fill */
    Lz4Blocks(byte[] in, byte[] out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Decodes one block behind the output so far.
     *
     * @param start of the block in the input   @param end of it   @param at end of the output so far
     * @return the new end of the output, or the complement of the input's position where the block is damaged or its output does not fit
     */
    int decode(int start, int end, int at) {
        int limit = out.length - SLACK;
        read = start;
        write = at;
        while (read < end) {
            fast(end - FAST_INPUT, limit - FAST_OUTPUT);
            int token = in[read++];
            int literals = length(token >>> 4 & 0xf, end);
            if (literals < 0 || literals > end - read || literals > limit - write) {
                return ~read;
            }
            System.arraycopy(in, read, out, write, literals);
            read += literals;
            write += literals;
            if (read == end) {
                return write;
            }
            if (end - read < 2) {
                return ~read;
            }
            int offset = (short) Words.SHORTS.get(in, read) & 0xffff;
            read += 2;
            int length = length(token & 0xf, end) + LEAST_MATCH;
            if (offset == 0 || offset > write || length < LEAST_MATCH || length > limit - write) {
                return ~read;
            }
            match(offset, length);
        }
        return ~read;
    }

    /**
     * Decodes sequences with short lengths and no near match, far from the ends of input and output, where whole words may be copied.
     *
     * <p>Stops before the first sequence that is not so.
     */
    private void fast(int lastRead, int lastWrite) {
        byte[] from = in;
        byte[] to = out;
        int position = read;
        int end = write;
        while (position < lastRead && end < lastWrite) {
            int token = from[position];
            int literals = token >>> 4 & 0xf;
            int length = token & 0xf;
            int behind = position + 1 + literals;
            int offset = (short) Words.SHORTS.get(from, behind) & 0xffff;
            int target = end + literals;
            if (literals == LONG_LENGTH || length == LONG_LENGTH || offset < WORD || offset > target) {
                break;
            }
            Words.LONGS.set(to, end, (long) Words.LONGS.get(from, position + 1));
            if (literals > WORD) {
                Words.LONGS.set(to, end + WORD, (long) Words.LONGS.get(from, position + 1 + WORD));
            }
            int source = target - offset;
            Words.LONGS.set(to, target, (long) Words.LONGS.get(to, source));
            Words.LONGS.set(to, target + WORD, (long) Words.LONGS.get(to, source + WORD));
            if (length + LEAST_MATCH > 2 * WORD) {
                Words.LONGS.set(to, target + 2 * WORD, (long) Words.LONGS.get(to, source + 2 * WORD));
            }
            position = behind + 2;
            end = target + length + LEAST_MATCH;
        }
        read = position;
        write = end;
    }

    /** A length whose first four bits are given; negative where the input ends or the length does not fit. */
    private int length(int first, int end) {
        int length = first;
        if (first == LONG_LENGTH) {
            int next;
            do {
                if (read >= end || length < 0) {
                    return Integer.MIN_VALUE;
                }
                next = in[read++] & 0xff;
                length += next;
            } while (next == 0xff);
        }
        return length;
    }

    private void match(int offset, int length) {
        int source = write - offset;
        if (offset >= WORD) {
            for (int i = 0; i < length; i += WORD) {
                Words.LONGS.set(out, write + i, (long) Words.LONGS.get(out, source + i));
            }
        } else {
            for (int i = 0; i < length; i++) {
                out[write + i] = out[source + i];
            }
        }
        write += length;
    }
}
