package org.snn4j.data.format.aedat4;

import org.snn4j.core.Reference;

/** Decodes blocks of LZ4, each of which may refer to the output of those before it. */
@Reference(title = "LZ4 Block Format Description", link = "https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md")
final class Lz4Blocks {
    /** Bytes behind the output that may be overwritten. */
    static final int SLACK = 32;

    /** Greatest number of bytes that one byte of a block can stand for. */
    static final int EXPANSION = 255;

    private static final int WORD = 8;
    private static final int SHORT_COPY = 2 * WORD;
    private static final int LONG_LENGTH = 15;
    private static final int LEAST_MATCH = 4;

    private final byte[] from;
    private final byte[] to;

    /** @param from compressed bytes   @param to receives the output, with {@link #SLACK} bytes more than it may fill */
    Lz4Blocks(byte[] from, byte[] to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Decodes one block behind the output so far.
     *
     * @param start of the block in the input   @param end of it   @param at end of the output so far
     * @return the new end of the output, or the complement of the input's position where the block is damaged or its output does not fit
     */
    int decode(int start, int end, int at) {
        byte[] in = from;
        byte[] out = to;
        int limit = out.length - SLACK;
        int read = start;
        int write = at;
        while (read < end) {
            int token = in[read++];
            int literals = token >>> 4 & 0xf;
            if (literals == LONG_LENGTH) {
                int next;
                do {
                    if (read >= end) {
                        return ~read;
                    }
                    next = in[read++] & 0xff;
                    literals += next;
                } while (next == 0xff && literals >= 0);
            }
            if (literals < 0 || literals > end - read || literals > limit - write) {
                return ~read;
            }
            if (literals <= SHORT_COPY && in.length - read >= SHORT_COPY) {
                Words.LONGS.set(out, write, (long) Words.LONGS.get(in, read));
                Words.LONGS.set(out, write + WORD, (long) Words.LONGS.get(in, read + WORD));
            } else {
                System.arraycopy(in, read, out, write, literals);
            }
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
            int length = token & 0xf;
            if (length == LONG_LENGTH) {
                int next;
                do {
                    if (read >= end) {
                        return ~read;
                    }
                    next = in[read++] & 0xff;
                    length += next;
                } while (next == 0xff && length >= 0);
            }
            length += LEAST_MATCH;
            if (offset == 0 || offset > write || length < 0 || length > limit - write) {
                return ~read;
            }
            int match = write - offset;
            if (offset >= WORD) {
                Words.LONGS.set(out, write, (long) Words.LONGS.get(out, match));
                Words.LONGS.set(out, write + WORD, (long) Words.LONGS.get(out, match + WORD));
                for (int i = SHORT_COPY; i < length; i += WORD) {
                    Words.LONGS.set(out, write + i, (long) Words.LONGS.get(out, match + i));
                }
            } else {
                for (int i = 0; i < length; i++) {
                    out[write + i] = out[match + i];
                }
            }
            write += length;
        }
        return ~read;
    }
}
