package org.snn4j.data.format.aedat4;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;
import org.snn4j.data.format.aedat4.FlatTable.Damage;

/** Compression of packets; for one thread. The bytes given back by {@link #expand} are valid until the next call. */
final class Codec {
    /** Output that a few bytes may stand for. */
    private static final int ALWAYS_ALLOWED = 1 << 24;

    private static final int ZSTD_EXPANSION = 256;

    /** Usual expansion, for which room is made at once if the frame's head states that it is needed. */
    private static final int FIRST_GUESS = 16;

    private static final int MAGIC = 0x184d2204;
    private static final int VERSION = 1;
    private static final int CHECKSUM = 4;
    private static final long LARGEST = Integer.MAX_VALUE - 16;
    private static final XXHash32 HASH = XXHashFactory.safeInstance().hash32();

    private final Compression compression;
    private byte[] output = new byte[1 << 16];

    Codec(Compression compression) {
        this.compression = compression;
    }

    /** The bytes of a packet, little-endian. */
    ByteBuffer expand(byte[] packet, int length) throws Damage {
        ByteBuffer expanded =
                switch (compression) {
                    case NONE -> ByteBuffer.wrap(packet, 0, length);
                    case LZ4, LZ4_HIGH -> lz4(packet, length);
                    case ZSTD, ZSTD_HIGH -> zstd(packet, length);
                };
        return expanded.order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer lz4(byte[] packet, int length) throws Damage {
        ByteBuffer input = ByteBuffer.wrap(packet, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        Frame frame = Frame.read(input);
        int end = 0;
        while (true) {
            need(input, 4);
            int size = input.getInt();
            if (size == 0) {
                break;
            }
            int start = input.position();
            int count = size & 0x7fffffff;
            need(input, (long) count + frame.blockTrailer());
            end = size < 0 ? stored(packet, start, count, end) : block(packet, start, count, end, frame.largestBlock());
            input.position(start + count);
            if (frame.blockTrailer() > 0) {
                checkSum(input, packet, start, count);
            }
        }
        if (frame.size() >= 0 && frame.size() != end) {
            throw new Damage(0, "a frame of " + end + " bytes", "the stated " + frame.size());
        }
        if (frame.trailer() > 0) {
            checkSum(input, output, 0, end);
        }
        if (input.hasRemaining()) {
            throw new Damage(input.position(), input.remaining() + " bytes behind the frame", "none");
        }
        return ByteBuffer.wrap(output, 0, end);
    }

    /** Compares the checksum that comes next with that of some bytes. */
    private static void checkSum(ByteBuffer input, byte[] bytes, int from, int count) throws Damage {
        need(input, Integer.BYTES);
        if (input.getInt() != HASH.hash(bytes, from, count, 0)) {
            throw new Damage(input.position() - Integer.BYTES, "another checksum", "that of the bytes before");
        }
    }

    private int block(byte[] packet, int start, int count, int end, int largest) throws Damage {
        room(end, (int) Math.min(largest, (long) count * Lz4Blocks.EXPANSION));
        int written = new Lz4Blocks(packet, output).decode(start, start + count, end);
        if (written < 0 || written - end > largest) {
            throw new Damage(
                    written < 0 ? ~written : start,
                    "a damaged block",
                    "a block of LZ4 of at most " + largest + " bytes");
        }
        return written;
    }

    private int stored(byte[] packet, int start, int count, int end) throws Damage {
        room(end, count);
        System.arraycopy(packet, start, output, end, count);
        return end + count;
    }

    private void room(int end, int more) throws Damage {
        long wanted = (long) end + more + Lz4Blocks.SLACK;
        if (wanted > LARGEST) {
            throw new Damage(0, "a packet of more than " + LARGEST + " bytes", "less");
        }
        if (output.length < wanted) {
            byte[] larger = new byte[(int) Math.min(LARGEST, Math.max(wanted, end + end / 2L))];
            System.arraycopy(output, 0, larger, 0, end);
            output = larger;
        }
    }

    private static void need(ByteBuffer input, long count) throws Damage {
        if (input.remaining() < count) {
            throw new Damage(input.position(), input.remaining() + " bytes", "at least " + count + " of the frame");
        }
    }

    /** Head of a frame of LZ4: bytes that its blocks and itself end with, the largest block, and the stated size or -1. */
    private record Frame(int blockTrailer, int trailer, int largestBlock, long size) {
        static Frame read(ByteBuffer input) throws Damage {
            need(input, 7);
            if (input.getInt() != MAGIC) {
                throw new Damage(0, "no frame of LZ4", "the bytes 04 22 4d 18");
            }
            int start = input.position();
            int flags = input.get();
            int largest = input.get() >>> 4 & 0x7;
            if ((flags >>> 6 & 3) != VERSION || (flags & 1) != 0 || largest < 4) {
                throw new Damage(
                        start,
                        "flags 0x" + Integer.toHexString(flags & 0xff) + " and size " + largest,
                        "version 1, no dictionary, size 4 to 7");
            }
            boolean sized = (flags & 8) != 0;
            need(input, sized ? 9 : 1);
            long size = sized ? input.getLong() : -1;
            int end = input.position();
            if (input.get() != (byte) (HASH.hash(input.array(), start, end - start, 0) >>> 8)) {
                throw new Damage(end, "another checksum of the frame's head", "that of the bytes before");
            }
            return new Frame(
                    (flags & 0x10) != 0 ? CHECKSUM : 0, (flags & 4) != 0 ? CHECKSUM : 0, 1 << 8 + 2 * largest, size);
        }
    }

    private ByteBuffer zstd(byte[] packet, int length) throws Damage {
        if (length == 0) {
            throw new Damage(0, "no bytes", "a frame of ZSTD");
        }
        long limit = Math.min(Integer.MAX_VALUE - Lz4Blocks.SLACK, ALWAYS_ALLOWED + (long) length * ZSTD_EXPANSION);
        int end = 0;
        try (InputStream in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packet, 0, length))) {
            room(0, (int)
                    Math.min(FIRST_GUESS * (long) length, Math.max(0, Zstd.getFrameContentSize(packet, 0, length))));
            while (true) {
                room(end, 1 << 12);
                int count = in.read(output, end, output.length - Lz4Blocks.SLACK - end);
                if (count < 0) {
                    return ByteBuffer.wrap(output, 0, end);
                }
                end += count;
                if (end > limit) {
                    throw new Damage(0, "more than " + limit + " bytes from " + length, "at most " + limit);
                }
            }
        } catch (IOException | ZstdException e) {
            throw new Damage(0, "a damaged frame (" + e.getMessage() + ")", "a frame of ZSTD");
        }
    }

    /** A packet of these bytes. */
    byte[] compress(byte[] bytes, int length) throws IOException {
        return switch (compression) {
            case NONE -> Arrays.copyOf(bytes, length);
            case LZ4, LZ4_HIGH -> {
                ByteArrayOutputStream packet = new ByteArrayOutputStream(length);
                try (OutputStream out = new LZ4FrameOutputStream(packet, LZ4FrameOutputStream.BLOCKSIZE.SIZE_64KB)) {
                    out.write(bytes, 0, length);
                }
                yield packet.toByteArray();
            }
            case ZSTD, ZSTD_HIGH ->
                Zstd.compress(Arrays.copyOf(bytes, length), compression == Compression.ZSTD ? 3 : 9);
        };
    }
}
