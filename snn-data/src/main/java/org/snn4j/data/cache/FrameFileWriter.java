package org.snn4j.data.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.snn4j.core.io.PendingFile;

/** Writes a file of frames beside its place; for one thread, but for packing. */
final class FrameFileWriter implements Closeable {
    private static final int BUFFER = 1 << 18;

    private final PendingFile pending;
    private final FileChannel channel;
    private final ByteBuffer head;
    private final ByteBuffer index;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final BitSet there = new BitSet();
    private final int samples;
    private final int values;
    private long position;

    FrameFileWriter(Path file, Recipe recipe) throws IOException {
        samples = recipe.samples().size();
        values = recipe.values();
        head = FrameFile.head(recipe.shape(), samples, values);
        index = ByteBuffer.allocate(Math.multiplyExact(samples, FrameFile.ENTRY))
                .order(ByteOrder.LITTLE_ENDIAN);
        pending = PendingFile.at(file);
        channel = FileChannel.open(pending.path(), StandardOpenOption.WRITE);
        put(head.duplicate());
    }

    /**
     * A packed sample on its way to the file.
     *
     * @param sample its index
     * @param values its values
     * @param checksum of the packed bytes
     */
    record Packed(int sample, PackedSample values, int checksum) {}

    /** Packs a sample after checking its length; for several threads. */
    Packed pack(int sample, float[] frames) {
        if (frames.length != values) {
            throw new IllegalArgumentException(
                    "sample " + sample + " has " + frames.length + " values, must have " + values);
        }
        PackedSample packed = PackedSample.of(frames);
        return new Packed(sample, packed, FrameFile.checksum(packed.packed()));
    }

    /** Appends a sample; every one once, in any order. */
    void add(Packed packed) throws IOException {
        int sample = packed.sample();
        if (there.get(sample)) {
            throw new IllegalArgumentException("sample " + sample + " was given twice");
        }
        there.set(sample);
        int entry = sample * FrameFile.ENTRY;
        index.putLong(entry, position);
        index.putInt(entry + 8, (int) packed.values().bytes());
        index.putInt(entry + 12, packed.values().form());
        index.putInt(entry + 16, packed.checksum());
        put(packed.values().packed());
    }

    private void put(ByteBuffer bytes) throws IOException {
        position += bytes.remaining();
        while (bytes.hasRemaining()) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int count = Math.min(bytes.remaining(), buffer.remaining());
            buffer.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Ends the file and gives it its name; whether the disk has all of it, the checksums tell when it is opened. */
    FrameFile.Written commit() throws IOException {
        if (there.cardinality() != samples) {
            throw new IllegalArgumentException("sample " + there.nextClearBit(0) + " was not given");
        }
        long at = position;
        put(index.duplicate());
        flush();
        channel.close();
        pending.commitUnforced();
        return new FrameFile.Written(position, at, FrameFile.digest(head, index));
    }

    @Override
    public void close() throws IOException {
        try (pending) {
            channel.close();
        }
    }
}
